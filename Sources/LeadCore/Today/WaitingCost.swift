/// What another hour of waiting costs for one lead, and why (requirements C7, D2, X14).
package struct WaitingCost: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// Nobody has tried to reach them; waiting since then, in hours of working time.
        case untouched(hours: Double)
        /// Its next step is overdue for so many hours of working time.
        case overdue(hours: Double)
        /// Its next step is due later: until then waiting costs nothing.
        case due(Instant)
    }

    package var reason: Reason
    /// What the lead is expected to bring, in minor units of the workspace's currency; nil where nobody knows.
    package var expected: Int64?
    /// What one more hour costs, in minor units; nil where nobody knows what the lead is worth.
    package var perHour: Double?

    package init(reason: Reason, expected: Int64?, perHour: Double?) {
        self.reason = reason
        self.expected = expected
        self.perHour = perHour
    }
}

/// A lead that somebody could work on next, with what decides when.
package struct WorkCandidate: Hashable, Sendable {
    package var lead: Lead.ID
    package var kind: StatusKind
    package var isUntouched: Bool
    package var since: Instant
    package var dueAt: Instant?
    package var owner: Owner
    package var grade: Grade?
    /// What it is worth, if anybody knows.
    package var amount: Money?

    package init(
        lead: Lead.ID,
        kind: StatusKind,
        isUntouched: Bool,
        since: Instant,
        dueAt: Instant?,
        owner: Owner,
        grade: Grade?,
        amount: Money?
    ) {
        self.lead = lead
        self.kind = kind
        self.isUntouched = isUntouched
        self.since = since
        self.dueAt = dueAt
        self.owner = owner
        self.grade = grade
        self.amount = amount
    }
}

/// Puts work in the order of what waiting costs.
package struct WorkOrder: Sendable {
    private let policy: Policy
    private let calendars: Calendars
    private let first: DecayCurve
    private let step: DecayCurve
    private let now: Instant

    /// - Parameter fit: the workspace's own half-life, if one was found.
    package init(policy: Policy, calendars: Calendars, fit: DecayFit?, now: Instant) {
        self.policy = policy
        self.calendars = calendars
        self.now = now
        first = policy.waiting.curve(fit)
        step = DecayCurve(halfLife: policy.waiting.stepHalfLife)
    }

    /// Expected value × what is left of it × the share that goes in an hour.
    ///
    /// A lead that nobody has touched loses by the curve of first responses, from the moment it came. Any other loses by the slower
    /// curve of overdue steps, from its due time; before that it loses nothing.
    package func cost(_ candidate: WorkCandidate) -> WaitingCost {
        let reason = reason(candidate)
        let expected = expected(candidate)
        let share: Double =
            switch reason {
            case .untouched(let hours): first.survival(hours) * first.hazard
            case .overdue(let hours): step.survival(hours) * step.hazard
            case .due: 0
            }
        return WaitingCost(reason: reason, expected: expected, perHour: expected.map { Double($0) * share })
    }

    /// The dearest first; what costs the same or has no known value by its due time.
    package func sorted(_ candidates: [WorkCandidate]) -> [(candidate: WorkCandidate, cost: WaitingCost)] {
        candidates.map { ($0, cost($0)) }.sorted { a, b in
            let (x, y) = (a.cost.perHour ?? -1, b.cost.perHour ?? -1)
            if x != y { return x > y }
            let (u, v) = (a.candidate.dueAt ?? a.candidate.since, b.candidate.dueAt ?? b.candidate.since)
            return u != v ? u < v : a.candidate.lead < b.candidate.lead
        }
    }

    private func reason(_ candidate: WorkCandidate) -> WaitingCost.Reason {
        if candidate.isUntouched { return .untouched(hours: hours(from: candidate.since, candidate.owner)) }
        guard let due = candidate.dueAt, due > now else {
            return .overdue(hours: hours(from: candidate.dueAt ?? candidate.since, candidate.owner))
        }
        return .due(due)
    }

    private func hours(from start: Instant, _ owner: Owner) -> Double {
        Double(calendars[owner].workingTime(from: start, to: max(start, now)).milliseconds) / 3_600_000
    }

    private func expected(_ candidate: WorkCandidate) -> Int64? {
        guard let amount = candidate.amount, amount.currency == policy.currency else { return nil }
        return ExpectedValue.share(policy.chances.percent(candidate.kind, candidate.grade), of: amount.minor)
    }
}
