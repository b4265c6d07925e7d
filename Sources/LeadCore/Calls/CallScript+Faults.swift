extension [CallScript] {
    /// What is wrong with these scripts under a process, with pointers into them; empty when they can be put in force.
    package func faults(in process: LeadProcess) -> [Refusal.Issue] {
        var faults: [Refusal.Issue] = []
        for (index, script) in enumerated() {
            if self[..<index].contains(where: { $0.key == script.key }) {
                faults.append(.init("/\(index)/key", "Two scripts have the key \(script.key)."))
            }
            faults += script.faults(in: process).map { .init("/\(index)\($0.pointer)", $0.message) }
        }
        return faults
    }
}

extension CallScript {
    /// What is wrong with it under a process, with pointers into it.
    package func faults(in process: LeadProcess) -> [Refusal.Issue] {
        var faults: [Refusal.Issue] = []
        if !FieldDefinition.isKey(key) { faults.append(.init("/key", Self.keyRule)) }
        if name.isBlank { faults.append(.init("/name", "A script needs a name.")) }
        if questions.isEmpty { faults.append(.init("/questions", "A script asks at least one question.")) }
        for status in statuses where process[status]?.kind.isOpen != true {
            faults.append(.init("/statuses", "The lead process has no open status \(status.rawValue)."))
        }
        for (index, question) in questions.enumerated() {
            let before = Array(questions[..<index])
            faults += question.faults(after: before, in: process).map {
                .init("/questions/\(index)\($0.pointer)", $0.message)
            }
        }
        return faults
    }

    fileprivate static let keyRule = "A key is small letters, digits and _, a letter first; at most 40."
}

extension CallScript.Question {
    fileprivate func faults(after before: [CallScript.Question], in process: LeadProcess) -> [Refusal.Issue] {
        var faults: [Refusal.Issue] = []
        if !FieldDefinition.isKey(key) { faults.append(.init("/key", CallScript.keyRule)) }
        if before.contains(where: { $0.key == key }) {
            faults.append(.init("/key", "Two questions have the key \(key)."))
        }
        if text.isBlank { faults.append(.init("/text", "A question needs its wording.")) }
        if Set(answers.map(\.key)).count != answers.count {
            faults.append(.init("/answers", "Two answers have the same key."))
        }
        for (index, answer) in answers.enumerated() {
            let place = "/answers/\(index)"
            if !FieldDefinition.isKey(answer.key) { faults.append(.init("\(place)/key", CallScript.keyRule)) }
            if answer.label.isBlank { faults.append(.init("\(place)/label", "An answer needs its words.")) }
        }
        return faults + fillingFaults(in: process) + conditionFaults(after: before)
    }

    private func fillingFaults(in process: LeadProcess) -> [Refusal.Issue] {
        switch fills {
        case .note: return []
        case .criterion:
            let isComplete = answers.count >= 2 && answers.allSatisfy { $0.level != nil }
            return isComplete
                ? [] : [.init("/answers", "A criterion needs at least two answers, each with its level.")]
        case .field(let key):
            guard let field = process.field(key) else { return [.init("/fills", "There is no field \(key).")] }
            return answers.enumerated().compactMap { index, answer in
                (try? FieldValue(answer.fieldValue, as: field, currency: "EUR")) == nil
                    ? .init("/answers/\(index)/value", "\(field.label) cannot hold “\(answer.fieldValue)”.") : nil
            }
        }
    }

    private func conditionFaults(after before: [CallScript.Question]) -> [Refusal.Issue] {
        guard let askedIf else { return [] }
        guard let earlier = before.first(where: { $0.key == askedIf.question }) else {
            return [.init("/askedIf/question", "No earlier question has the key \(askedIf.question).")]
        }
        let known = Set(earlier.answers.map(\.key))
        let strange = askedIf.answers.filter { !known.contains($0) }
        if askedIf.answers.isEmpty {
            return [.init("/askedIf/answers", "Say after which answers it is asked.")]
        }
        return strange.map { .init("/askedIf/answers", "\(earlier.key) has no answer \($0).") }
    }
}

extension CallScript.Answer {
    /// What a field holds after this answer.
    package var fieldValue: String { value ?? label }
}

extension String {
    fileprivate var isBlank: Bool { !contains { !$0.isWhitespace } }
}
