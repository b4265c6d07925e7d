package import LeadCore
package import LeadStore

/// What is overdue, in whose hands and for how long (requirements F2, F8): the longest overdue first.
package struct OverdueLeads: Query {
    package static let permission: Permission? = .reassignLeads
    package static let limit = 200

    package init() {}

    package struct Answer: Sendable {
        package var leads: [OverdueLead]
        /// The true number, even when fewer leads are here.
        package var count: Int
        package var calendars: Calendars
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        Answer(
            leads: try snapshot.overdueLeads(in: desk.access.scope, limit: Self.limit),
            count: try snapshot.overdueCount(in: desk.access.scope),
            calendars: desk.calendars,
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now
        )
    }
}
