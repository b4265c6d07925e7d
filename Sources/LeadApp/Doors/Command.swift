package import LeadCore
package import LeadStore

/// A verb with its fields: the same value is an API body, a form, a CLI verb, an import row and a stored job.
package protocol Command: Codable, Sendable {
    associatedtype Outcome: Codable & Sendable

    /// Stable, lower-case with underscores; kept with idempotency keys and in the audit.
    static var name: String { get }
    static var permission: Permission { get }

    /// Loads facts, lets the core decide, saves; all inside the one transaction.
    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome
}

/// A question with its fields; the answer is a value shaped for one page or report.
package protocol Query: Sendable {
    associatedtype Answer: Sendable

    /// Nil when everybody who is signed in may ask; what they see is limited by `Desk.access`.
    static var permission: Permission? { get }

    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer
}

extension Query {
    package static var permission: Permission? { nil }
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
