package import LeadCore
package import LeadStore

/// When `BreachDueClocks` has something to do next; nil when no clock runs.
package struct NextClockDue: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Instant? {
        try snapshot.nextClockDue()
    }
}
