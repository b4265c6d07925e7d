/// What a decision knows besides the lead itself: the moment, who acts, and the policy in force.
package struct Facts: Sendable {
    package var now: Instant
    package var actor: Actor
    package var policy: Policy
    /// By whose working hours clocks run.
    package var calendars: Calendars

    package init(now: Instant, actor: Actor, policy: Policy, calendars: Calendars? = nil) {
        self.now = now
        self.actor = actor
        self.policy = policy
        self.calendars = calendars ?? Calendars(policy.calendar)
    }

    /// The same, but never earlier than what has happened already: where the system's clock was set back, time stands still.
    func notBefore(_ last: Instant) -> Facts {
        var facts = self
        facts.now = max(now, last)
        return facts
    }
}

/// The versioned data that decisions run under; every event names the version it was decided under.
package struct Policy: Sendable {
    package var version: Int
    package var process: LeadProcess
    package var gate: Gate
    package var calendar: WorkingCalendar
    /// Other calendars, by name, that teams and people may work by.
    package var calendars: [String: WorkingCalendar]
    package var serviceLevels: ServiceLevels
    package var unreachable: UnreachableRule
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
    /// What is made of each intent, and when signals together are a lead (requirement B9).
    package var recognition: RecognitionPolicy
    /// How likely a lead becomes a sale, by where it is and how good it is.
    package var chances: Chances
    /// How long a merge or a conversion can be undone.
    package var undoWindow: Span
    /// Scripts for calls, reasons for skipping, and how long acts can be taken back (requirement C8).
    package var calls: CallPolicy
    /// How fast leads lose value while they wait (requirements D2, X14).
    package var waiting: WaitingPolicy
    /// Which pool gets which lead; conditions as the fields of the process mean them.
    package var assignment: AssignmentRules

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
        region: String = "DE",
        recognition: RecognitionPolicy = .standard,
        chances: Chances = .standard,
        calendars: [String: WorkingCalendar] = [:],
        serviceLevels: ServiceLevels = .standard,
        unreachable: UnreachableRule = .standard,
        undoWindow: Span = .days(14),
        calls: CallPolicy = .standard,
        waiting: WaitingPolicy = .standard,
        assignment: AssignmentRules = AssignmentRules()
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
        self.recognition = recognition
        self.chances = chances
        self.calendars = calendars
        self.serviceLevels = serviceLevels
        self.unreachable = unreachable
        self.undoWindow = undoWindow
        self.calls = calls
        self.waiting = waiting
        self.assignment = assignment.understood(by: ConditionCatalogue(fields: process.fields))
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

extension Policy {
    /// Whether decisions ask for more than a lead's life; where not, nobody needs to load its profile.
    package var asksForProfile: Bool {
        !gate.fields.isEmpty || process.steps.contains { !$0.requires.isEmpty }
    }
}
