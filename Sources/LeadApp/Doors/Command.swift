package import LeadCore
package import LeadStore

/// A verb with its fields: the same value is an API body, a form, a CLI verb, an import row and a stored job.
package protocol Command: Codable, Sendable {
    associatedtype Outcome: Codable & Sendable

    /// Stable, lower-case with underscores; kept with idempotency keys and in the audit.
    static var name: String { get }
    static var permission: Permission { get }
    /// Whether the audit tells of it: what changes the workspace itself is told there, what is done to a lead or deal
    /// stands in the ledger.
    static var isAudited: Bool { get }

    /// What it is done to, as the audit keeps it: `person:<id>`; an id and never a name.
    var subject: String? { get }
    /// Whom the product acts for when it carries this out itself, as at sign-in.
    var onBehalfOf: User.ID? { get }
    /// The subject once it is done, for what did not exist before.
    func subject(after outcome: Outcome) -> String?

    /// Loads facts, lets the core decide, saves; all inside the one transaction.
    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome
}

extension Command {
    package static var isAudited: Bool { permission.isAdministrative }
    package var subject: String? { nil }
    package var onBehalfOf: User.ID? { nil }

    package func subject(after outcome: Outcome) -> String? { subject }
}

extension Permission {
    /// Changes the workspace rather than a lead or a deal in it.
    fileprivate var isAdministrative: Bool {
        switch self {
        case .administer, .editCampaigns, .importData, .releaseQuarantine: true
        case .captureLeads, .workLeads, .reassignLeads, .convertLeads, .workOpportunities, .exportData, .readReports,
            .correctHistory:
            false
        }
    }
}

/// A question with its fields; the answer is a value shaped for one page or report.
package protocol Query: Sendable {
    associatedtype Answer: Sendable

    /// Nil when everybody who is signed in may ask; what they see is limited by `Desk.access`.
    static var permission: Permission? { get }
    /// Whether it asks the report columns: it waits for its turn before it takes a connection.
    static var asksInsight: Bool { get }

    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer
}

extension Query {
    package static var permission: Permission? { nil }
    package static var asksInsight: Bool { false }
}

/// The answer of a command that has nothing to say.
package struct Done: Codable, Hashable, Sendable {
    package init() {}
}

/// What lies ready for whoever decides: the policy in force, what the actor may see, and the report columns.
package struct Desk: Sendable {
    package let policy: Policy
    package let access: Access
    package let insight: InsightFeed
    /// By whose working hours clocks run.
    package let calendars: Calendars

    package init(policy: Policy, access: Access, insight: InsightFeed, calendars: Calendars) {
        self.policy = policy
        self.access = access
        self.insight = insight
        self.calendars = calendars
    }

    package func facts(_ tx: borrowing Transaction) -> Facts {
        Facts(now: tx.now, actor: tx.actor, policy: policy, calendars: calendars)
    }
}
