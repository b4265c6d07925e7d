package import LeadCore
package import LeadStore

/// What was done or tried besides the lives of leads and deals, newest first.
package struct AuditList: Query {
    package static let permission: Permission? = .administer
    private static let most = 100

    /// One person's alone.
    package var person: User.ID?
    package var before: Int?

    package init(of person: User.ID? = nil, before: Int? = nil) {
        self.person = person
        self.before = before
    }

    package struct Answer: Sendable {
        package var lines: [AuditLine]
        /// Where the next page begins; nil on the last one.
        package var next: Int?
        package var directory: Directory
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        var lines = try snapshot.auditLines(of: person, before: before, limit: Self.most + 1)
        let isLast = lines.count <= Self.most
        if !isLast { lines.removeLast() }
        return Answer(lines: lines, next: isLast ? nil : lines.last?.number, directory: try Directory(snapshot))
    }
}
