extension LeadAct {
    /// A call by a script (requirement C8): what its answers fill, the attempt with its outcome, and what comes next, as one act.
    ///
    /// - Parameters:
    ///   - reading: what the answers say; calls that end early bring the answers so far.
    ///   - set: custom fields that got a value by them.
    ///   - next: what to do next and when; what usually follows the outcome if nil.
    ///   - conclude: also moves the lead to qualified, through the gate.
    package mutating func call(
        _ script: CallScript?,
        _ reading: CallReading,
        _ attempt: Attempt,
        set: [String] = [],
        next: NextStep?,
        conclude: Bool = false
    ) throws(Refusal) {
        try requireOpen()
        record(
            .called(
                .init(
                    script: script?.key ?? "",
                    answers: reading.answers.map { .init(question: $0.question, answer: $0.answer) }
                )
            )
        )
        setFields(set)
        if !reading.levels.isEmpty {
            var known = lead.qualification
            known.levels.merge(reading.levels) { _, new in new }
            record(.qualified(.init(levels: known, grade: known.grade, overridden: false)))
        }
        let usual = attempt.outcome.usualNextStep
        let step = next ?? NextStep(what: usual.what, dueAt: due(in: usual.within))
        do throws(Refusal) { try self.attempt(attempt, next: step) } catch { throw error.within("/next") }
        if conclude { try qualify([:], grade: nil, reason: "", conclude: true) }
    }
}

extension AttemptOutcome {
    /// What people do after it, and after how much working time; they may change both before saving.
    package var usualNextStep: NextStep.Template {
        switch self {
        case .reached: .init("Complete the qualification", .hours(16))
        case .noAnswer: .init("Call again", .hours(8))
        case .leftMessage: .init("Call again", .hours(16))
        case .busy: .init("Call back", .hours(2))
        case .wrongContact: .init("Find the right contact", .hours(4))
        case .sent: .init("Follow up", .hours(16))
        case .callBack: .init("Call back", .hours(4))
        }
    }
}
