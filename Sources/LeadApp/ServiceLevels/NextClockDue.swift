package import LeadCore
package import LeadStore

/// When `BreachDueClocks` has something to do next; nil when nothing waits.
package struct NextClockDue: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Instant? {
        [try snapshot.nextClockDue(), try snapshot.nextAbsence()].compactMap { $0 }.min()
    }
}
