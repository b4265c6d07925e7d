package import LeadCore

/// Something that was done, or tried, and is not in the ledger.
package struct AuditLine: Sendable {
    package var number: Int
    package var at: Instant
    package var actor: User.ID?
    package var actorName: String?
    package var command: String
    /// What it was done to: `person:<id>`.
    package var subject: String?
    /// The code of the refusal, when it was refused.
    package var refused: String?
}

extension Snapshot {
    /// Newest first, those before `before`; one person's when `actor` is given.
    package func auditLines(of actor: User.ID?, before: Int?, limit: Int) throws -> [AuditLine] {
        let person: SQL = actor.map { "actor_id = \($0)" } ?? "TRUE"
        let page: SQL = before.map { "seq < \($0)" } ?? "TRUE"
        return try all(
            """
            SELECT seq, at, actor_id, users.name, command, subject, refused FROM audit
            LEFT JOIN users ON users.id = actor_id WHERE \(person) AND \(page) ORDER BY seq DESC LIMIT \(limit)
            """
        ) { row in
            AuditLine(
                number: try row.next(),
                at: try row.next(),
                actor: try row.next(),
                actorName: try row.next(),
                command: try row.next(),
                subject: try row.next(),
                refused: try row.next()
            )
        }
    }
}
