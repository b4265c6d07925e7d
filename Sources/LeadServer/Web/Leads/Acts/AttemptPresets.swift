import LeadCore

extension Option {
    /// How somebody was reached out to; a call unless said otherwise.
    static func channels(chosen: String = Channel.phone.rawValue) -> [Option] {
        Channel.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == chosen) }
    }

    /// The outcomes as numbered tiles, each with the next step that usually follows it.
    static func outcomes(for chosen: String?, _ words: Wording) -> [Option] {
        AttemptOutcome.allCases.enumerated().map { index, outcome in
            let usual = outcome.usualNextStep
            let due = words.policy.calendar.add(usual.within, to: words.now)
            return Option(
                value: outcome.rawValue,
                label: outcome.label,
                chosen: outcome.rawValue == chosen,
                key: String(index + 1),
                nextStep: usual.what,
                due: words.time.field(due),
                hint: "\(usual.what) · \(words.time.relative(due))"
            )
        }
    }
}
