/// Something wrong with a set of assignment rules.
package struct RuleFault: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// No lead can meet the rule.
        case neverMatches = "never_matches"
        /// Earlier rules take every lead that it would.
        case shadowed
        /// Leads that no rule is for.
        case gap
        case poolUnknown = "pool_unknown"
        /// Nobody is in the pool.
        case poolEmpty = "pool_empty"
        /// Nobody in the pool has an account that works.
        case poolInactive = "pool_inactive"
        /// Everybody in the pool is away at the same time.
        case poolAway = "pool_away"
        /// Somebody works by a calendar that the policy does not have.
        case calendarMissing = "calendar_missing"
        case catchAllMissing = "catch_all_missing"
        /// Whoever answers for the catch-all has left.
        case catchAllInactive = "catch_all_inactive"
        /// People who are each other's managers, so that nobody is told what is late.
        case loop
        /// Two rules have one key.
        case keyTwice = "key_twice"
        /// Too many cases to look at them all.
        case undecided
    }

    package var kind: Kind
    /// The place of the rule that it is about; nil for the whole.
    package var rule: Int?
    package var sentence: String
    /// Worth a look, but no lead is lost by it.
    package var isWarning: Bool

    package init(_ kind: Kind, rule: Int? = nil, _ sentence: String, isWarning: Bool = false) {
        self.kind = kind
        self.rule = rule
        self.sentence = sentence
        self.isWarning = isWarning
    }

    /// The place in a policy.
    package var pointer: String { rule.map { "/assignment/rules/\($0)" } ?? "/assignment" }
}
