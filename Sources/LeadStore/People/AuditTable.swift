package import LeadCore

/// Something that was done, or tried, and is not in the ledger.
package struct AuditLine: Sendable {
    package var number: Int
    package var at: Instant
    package var actor: User.ID?
    package var actorName: String?
    package var command: String
    /// The code of the refusal, when it was refused.
    package var refused: String?
}

extension Snapshot {
    /// Newest first, those before `before`.
    package func auditLines(before: Int?, limit: Int) throws -> [AuditLine] {
        let page: SQL = before.map { "WHERE seq < \($0)" } ?? ""
        return try all(
            """
            SELECT seq, at, actor_id, users.name, command, refused FROM audit
            LEFT JOIN users ON users.id = actor_id \(page) ORDER BY seq DESC LIMIT \(limit)
            """
        ) { row in
            AuditLine(
                number: try row.next(),
                at: try row.next(),
                actor: try row.next(),
                actorName: try row.next(),
                command: try row.next(),
                refused: try row.next()
            )
        }
    }
}
