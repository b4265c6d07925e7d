import LeadCore

extension Option {
    /// How somebody was reached out to; a call unless said otherwise.
    static func channels(chosen: String = Channel.phone.rawValue) -> [Option] {
        Channel.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == chosen) }
    }

    /// The outcomes as numbered tiles, each with the next step that usually follows it.
    static func outcomes(for chosen: String?, _ words: Wording) -> [Option] {
        AttemptOutcome.allCases.enumerated().map { index, outcome in
            let (what, within) = outcome.usualNextStep
            let due = words.policy.calendar.add(within, to: words.now)
            return Option(
                value: outcome.rawValue,
                label: outcome.label,
                chosen: outcome.rawValue == chosen,
                key: String(index + 1),
                nextStep: what,
                due: words.time.field(due),
                hint: "\(what) · \(words.time.relative(due))"
            )
        }
    }
}

extension AttemptOutcome {
    /// What people do after it, and after how much working time; they may change both before saving.
    fileprivate var usualNextStep: (what: String, within: Span) {
        switch self {
        case .reached: ("Complete the qualification", .hours(16))
        case .noAnswer: ("Call again", .hours(8))
        case .leftMessage: ("Call again", .hours(16))
        case .busy: ("Call back", .hours(2))
        case .wrongContact: ("Find the right contact", .hours(4))
        case .sent: ("Follow up", .hours(16))
        }
    }
}
