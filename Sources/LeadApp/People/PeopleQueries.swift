package import LeadCore
package import LeadStore

/// Everybody with an account.
///
/// Names and roles are no secret among colleagues; the page to change them is for administrators.
package struct PeopleList: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [UserRecord] {
        try snapshot.users()
    }
}

/// What was done or tried besides the lives of leads and deals, newest first.
package struct AuditList: Query {
    package static let permission: Permission? = .administer
    private static let most = 200

    package var before: Int?

    package init(before: Int? = nil) {
        self.before = before
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [AuditLine] {
        try snapshot.auditLines(before: before, limit: Self.most)
    }
}
