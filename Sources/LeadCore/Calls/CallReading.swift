/// An answer as it was given in a call: chosen, typed, or both.
package struct CallAnswer: Hashable, Codable, Sendable {
    package var question: String
    /// The key of what was chosen.
    package var answer: String?
    /// What was said, in their words.
    package var text: String?

    package init(question: String, answer: String? = nil, text: String? = nil) {
        self.question = question
        self.answer = answer
        self.text = text
    }
}

/// What the answers of one call say about a lead.
package struct CallReading: Hashable, Sendable {
    package var levels: [Criterion: Level] = [:]
    /// The answer in words, by criterion.
    package var evidence: [Criterion: String] = [:]
    /// What custom fields shall hold, as typed, by key.
    package var fields: [String: String] = [:]
    /// Question and answer, for the notes of the call.
    package var notes: [String] = []
    /// Those that say something, in the order of the script.
    package var answers: [CallAnswer] = []

    package init() {}
}

extension CallScript {
    /// Whether a question is asked, given the answers so far by question.
    package func asks(_ question: Question, after answered: [String: String]) -> Bool {
        guard let askedIf = question.askedIf else { return true }
        return answered[askedIf.question].map(askedIf.answers.contains) ?? false
    }

    /// Reads the answers of a call.
    ///
    /// - Parameter before: what earlier calls brought, by question: they stand, so that the next caller goes on from there.
    /// - Throws: one refusal with everything that is wrong, each under `/answers/<question>`.
    package func read(_ given: [CallAnswer], before: [String: String] = [:]) throws(Refusal) -> CallReading {
        var issues = given.filter { question($0.question) == nil }.map {
            Refusal.Issue("/answers/\($0.question.prefix(40))", "The script has no such question.")
        }
        var answered = before
        var reading = CallReading()
        for question in questions {
            guard let answer = given.last(where: { $0.question == question.key }) else { continue }
            let chosen = answer.answer.flatMap { key in question.answers.first { $0.key == key } }
            if answer.answer != nil, chosen == nil {
                issues.append(.init("/answers/\(question.key)", "This is none of the answers."))
                continue
            }
            guard chosen != nil || answer.text?.contains(where: { !$0.isWhitespace }) == true else { continue }
            if !asks(question, after: answered) {
                issues.append(.init("/answers/\(question.key)", notAsked(question)))
                continue
            }
            answered[question.key] = chosen?.key ?? answered[question.key]
            reading.add(answer, chosen, to: question)
        }
        guard let first = issues.first else { return reading }
        throw Refusal(.invalid, "answers_invalid", first.message, issues: issues)
    }

    private func notAsked(_ question: Question) -> String {
        guard let askedIf = question.askedIf, let earlier = self.question(askedIf.question) else { return "" }
        let labels = earlier.answers.filter { askedIf.answers.contains($0.key) }.map { "“\($0.label)”" }
        return "This is asked only after \(labels.joined(separator: " or ")) to “\(earlier.text)”."
    }
}

extension CallReading {
    fileprivate mutating func add(
        _ answer: CallAnswer,
        _ chosen: CallScript.Answer?,
        to question: CallScript.Question
    ) {
        answers.append(answer)
        let words = [chosen?.label, answer.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
        switch question.fills {
        case .criterion(let criterion):
            levels[criterion] = chosen?.level ?? levels[criterion]
            evidence[criterion] = words
        case .field(let key): fields[key] = chosen?.fieldValue ?? answer.text
        case .note: notes.append("\(question.text) \(words)")
        }
    }
}
