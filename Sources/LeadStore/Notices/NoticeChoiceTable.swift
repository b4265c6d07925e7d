package import LeadCore

extension NoticeWay: SQLBindable, SQLReadable {}

/// When somebody gets the digest of what they were told, and from when on.
package struct DigestRow: Sendable {
    package var user: User.ID
    /// Minutes after midnight, in their own time.
    package var minute: Int
    /// What was told up to here has been sent.
    package var since: Instant
}

extension Snapshot {
    package func noticeChoices(of user: User.ID) throws -> [NoticeKind: NoticeWay] {
        let rows: [(NoticeKind, NoticeWay)] = try all("SELECT kind, way FROM notice_choices WHERE user_id = \(user)") {
            row in (try row.next(), try row.next())
        }
        return Dictionary(rows) { first, _ in first }
    }

    package func noticeWay(_ kind: NoticeKind, of user: User.ID) throws -> NoticeWay {
        try value("SELECT way FROM notice_choices WHERE user_id = \(user) AND kind = \(kind)") ?? .page
    }

    package func digest(of user: User.ID) throws -> DigestRow? {
        try first("SELECT user_id, minute, since FROM notice_digests WHERE user_id = \(user)") { row in
            DigestRow(user: try row.next(), minute: try row.next(), since: try row.next())
        }
    }

    package func dueDigests(at now: Instant, limit: Int) throws -> [DigestRow] {
        try all(
            "SELECT user_id, minute, since FROM notice_digests WHERE due_at <= \(now) ORDER BY due_at LIMIT \(limit)"
        ) { row in DigestRow(user: try row.next(), minute: try row.next(), since: try row.next()) }
    }

    package func nextDigestDue() throws -> Instant? {
        try value("SELECT MIN(due_at) FROM notice_digests WHERE due_at IS NOT NULL")
    }
}

extension Transaction {
    package func choose(_ way: NoticeWay, for kind: NoticeKind, of user: User.ID) throws {
        try run(
            """
            INSERT INTO notice_choices (user_id, kind, way) VALUES (\(user), \(kind), \(way))
            ON CONFLICT (user_id, kind) DO UPDATE SET way = excluded.way
            """
        )
    }

    package func setDigest(minute: Int, of user: User.ID) throws {
        try run(
            """
            INSERT INTO notice_digests (user_id, minute, since) VALUES (\(user), \(minute), \(now))
            ON CONFLICT (user_id) DO UPDATE SET minute = excluded.minute
            """
        )
    }

    /// The digest goes out then, unless one was to go out already.
    package func awaitDigest(of user: User.ID, at due: Instant) throws {
        try run("UPDATE notice_digests SET due_at = \(due) WHERE user_id = \(user) AND due_at IS NULL")
    }

    /// Moves a digest that waits, as when its time of day was changed.
    package func moveDigest(of user: User.ID, to due: Instant) throws {
        try run("UPDATE notice_digests SET due_at = \(due) WHERE user_id = \(user) AND due_at IS NOT NULL")
    }

    package func endDigest(of user: User.ID) throws {
        try run("UPDATE notice_digests SET due_at = NULL, since = \(now) WHERE user_id = \(user)")
    }
}
