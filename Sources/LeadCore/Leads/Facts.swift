/// What a decision knows besides the lead itself: the moment, who acts, and the policy in force.
package struct Facts: Sendable {
    package var now: Instant
    package var actor: Actor
    package var policy: Policy

    package init(now: Instant, actor: Actor, policy: Policy) {
        self.now = now
        self.actor = actor
        self.policy = policy
    }

    /// The same, but never earlier than what has happened already: where the system's clock was set back, time stands still.
    func notBefore(_ last: Instant) -> Facts {
        var facts = self
        facts.now = max(now, last)
        return facts
    }

    /// When `span` of working time from now has passed.
    package func due(in span: Span) -> Instant {
        policy.calendar.add(span, to: now)
    }
}

/// The versioned data that decisions run under; every event names the version it was decided under.
package struct Policy: Sendable {
    package var version: Int
    package var process: LeadProcess
    package var gate: Gate
    package var calendar: WorkingCalendar
    package var opportunityStages: [OpportunityStage]
    package var rejectionReasons: [String]
    package var recycleReasons: [String]
    package var declineReasons: [String]
    /// Why deals are lost (requirement H5).
    package var lossReasons: [String]
    /// ISO 4217 code for amounts that come without one.
    package var currency: String
    /// ISO 3166 alpha-2 region in which phone numbers without a country code are dialled.
    package var region: String

    package init(
        version: Int,
        process: LeadProcess = .standard,
        gate: Gate = .standard,
        calendar: WorkingCalendar,
        opportunityStages: [OpportunityStage] = OpportunityStage.standard,
        rejectionReasons: [String] = Policy.standardRejectionReasons,
        recycleReasons: [String] = Policy.standardRecycleReasons,
        declineReasons: [String] = Policy.standardDeclineReasons,
        lossReasons: [String] = Policy.standardLossReasons,
        currency: String = "EUR",
        region: String = "DE"
    ) {
        self.version = version
        self.process = process
        self.gate = gate
        self.calendar = calendar
        self.opportunityStages = opportunityStages
        self.rejectionReasons = rejectionReasons
        self.recycleReasons = recycleReasons
        self.declineReasons = declineReasons
        self.lossReasons = lossReasons
        self.currency = currency
        self.region = region
    }

    package static let standardRejectionReasons = [
        "No need", "No budget", "No authority", "Not our market", "Competitor or student", "Wrong contact data",
        "Unreachable", "Already a customer", "Spam",
    ]
    package static let standardRecycleReasons = [
        "Not now, later", "Unreachable", "Budget next period", "Needs nurturing",
    ]
    package static let standardDeclineReasons = [
        "Not enough information", "Not my territory", "Not my product", "Too small", "No capacity", "Not a real need",
    ]
    package static let standardLossReasons = [
        "Price", "No decision", "Missing function", "Stayed with their supplier", "Bad timing", "Budget gone",
        "Our contact left", "Lost touch",
    ]
}
