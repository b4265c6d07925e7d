package import LeadCore
package import LeadStore

/// How many people have an account; none in a workspace that has just been made.
package struct PeopleCount: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Int {
        try snapshot.users().count
    }
}
