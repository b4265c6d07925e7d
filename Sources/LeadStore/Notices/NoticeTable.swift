package import LeadCore

/// Something that a person was told, as their page lists it.
package struct NoticeRow: Sendable {
    package var id: Notice.ID
    package var kind: NoticeKind
    package var lead: Lead.ID
    package var at: Instant
    package var readAt: Instant?
    package var details: Notice.Details
    /// The lead's person; nil when the lead is gone or somebody else's by now.
    package var name: String?
    /// Nil for a person without a company.
    package var account: String?
}

extension NoticeKind: SQLBindable, SQLReadable {}

extension Snapshot {
    /// Unread first, each part newest first.
    ///
    /// - Parameter scope: whose leads the person sees by now; of others a notice tells no names.
    package func notices(of user: User.ID, in scope: LeadScope, limit: Int) throws -> [NoticeRow] {
        try all(
            """
            SELECT notices.id, notices.kind, notices.lead_id, notices.at, notices.read_at, notices.details,
              CASE WHEN \(scope.condition) THEN contacts.name END,
              CASE WHEN \(scope.condition) AND NOT accounts.personal THEN accounts.name END
            FROM notices
            LEFT JOIN leads ON leads.id = notices.lead_id
            LEFT JOIN contacts ON contacts.id = leads.contact_id
            LEFT JOIN accounts ON accounts.id = leads.account_id
            WHERE notices.user_id = \(user)
            ORDER BY notices.read_at IS NOT NULL, notices.at DESC, notices.id DESC LIMIT \(limit)
            """
        ) { row in
            NoticeRow(
                id: try row.next(),
                kind: try row.next(),
                lead: try row.next(),
                at: try row.next(),
                readAt: try row.next(),
                details: try JSON.value(from: try row.next()),
                name: try row.next(),
                account: try row.next()
            )
        }
    }

    package func unreadNotices(of user: User.ID) throws -> Int {
        try value("SELECT COUNT(*) FROM notices WHERE user_id = \(user) AND read_at IS NULL") ?? 0
    }
}

extension Transaction {
    package func tell(_ user: User.ID, _ kind: NoticeKind, of lead: Lead.ID, _ details: Notice.Details) throws {
        try run(
            """
            INSERT INTO notices (id, user_id, kind, lead_id, at, details)
            VALUES (\(newID(Notice.self)), \(user), \(kind), \(lead), \(now), \(try JSON.text(details)))
            """
        )
    }

    /// False when the person has no such notice.
    package func markRead(_ notice: Notice.ID, of user: User.ID) throws -> Bool {
        try run("UPDATE notices SET read_at = COALESCE(read_at, \(now)) WHERE id = \(notice) AND user_id = \(user)")
            == 1
    }

    /// All that the person was told up to a moment.
    package func markAllRead(of user: User.ID, until: Instant) throws {
        try run("UPDATE notices SET read_at = \(now) WHERE user_id = \(user) AND read_at IS NULL AND at <= \(until)")
    }
}
