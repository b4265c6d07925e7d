extension LeadAct {
    /// Passes over a lead that is next (requirement X10): for a stated reason, and only for a while.
    ///
    /// Its clocks run on, and everybody else who may take it still sees it.
    package mutating func skip(_ id: Identifier<LeadEvent.Skipped>, reason: String, decile: Int?) throws(Refusal) {
        try requireOpen()
        let calls = facts.policy.calls
        guard calls.skipReasons.contains(reason) else {
            let known = calls.skipReasons.joined(separator: ", ")
            throw Refusal(
                .invalid,
                "skip_reason_unknown",
                "Say why you skip this lead.",
                issues: [.init("/reason", "One of: \(known).")]
            )
        }
        let until = due(in: .minutes(Int64(calls.skipMinutes)))
        record(.skipped(.init(id: id, reason: reason, until: until, decile: decile)))
    }
}

/// Tenths of a set of values, by rank.
package enum Decile {
    /// 1 for the least valuable tenth to 10 for the most valuable, equal values at their middle; nil for a set of fewer than ten.
    package static func of(_ value: Int64, among values: [Int64]) -> Int? {
        guard values.count >= 10 else { return nil }
        let below = values.count { $0 < value }
        let equal = values.count { $0 == value }
        let rank = Double(below) + Double(max(equal, 1) - 1) / 2
        return min(10, Int(rank * 10 / Double(values.count)) + 1)
    }
}
