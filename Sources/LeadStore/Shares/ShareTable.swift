package import LeadCore

/// A link that lets one partner work one lead without an account.
package struct ShareRecord: Sendable {
    package var id: Share.ID
    package var lead: Lead.ID
    /// Who holds the lead when it is used.
    package var partner: User.ID
    package var createdAt: Instant
    package var createdBy: User.ID?
    package var expiresAt: Instant
    package var revokedAt: Instant?
    /// When the partner declined or reported the end.
    package var endedAt: Instant?
    package var outcome: ShareOutcome?
    /// Who bought, or will: as the partner says.
    package var customer: EndCustomer?
}

extension ShareOutcome: SQLBindable, SQLReadable {}

extension Snapshot {
    package func share(_ id: Share.ID) throws -> ShareRecord? {
        try first("\(raw: ShareRecord.select) WHERE id = \(id)") { row in try ShareRecord(&row) }
    }

    package func shares(of lead: Lead.ID) throws -> [ShareRecord] {
        try all("\(raw: ShareRecord.select) WHERE lead_id = \(lead) ORDER BY id") { row in try ShareRecord(&row) }
    }
}

extension Transaction {
    package func insertShare(_ id: Share.ID, of lead: Lead.ID, to partner: User.ID, expiresAt: Instant) throws {
        try run(
            """
            INSERT INTO shares (id, lead_id, partner_id, created_at, created_by, expires_at)
            VALUES (\(id), \(lead), \(partner), \(now), \(actor.user), \(expiresAt))
            """
        )
    }

    /// - Returns: whether it worked until now.
    package func revokeShare(_ id: Share.ID, of lead: Lead.ID) throws -> Bool {
        try run("UPDATE shares SET revoked_at = \(now) WHERE id = \(id) AND lead_id = \(lead) AND revoked_at IS NULL")
            == 1
    }

    package func note(_ outcome: ShareOutcome, on id: Share.ID, ends: Bool) throws {
        try run(
            """
            UPDATE shares SET outcome = \(outcome), ended_at = COALESCE(ended_at, \(ends ? now : nil)) WHERE id = \(id)
            """
        )
    }

    package func note(_ customer: EndCustomer, on id: Share.ID) throws {
        try run("UPDATE shares SET customer = \(try JSON.text(customer)) WHERE id = \(id)")
    }
}

extension ShareRecord {
    fileprivate static let select = """
        SELECT id, lead_id, partner_id, created_at, created_by, expires_at, revoked_at, ended_at, outcome, customer FROM shares
        """

    fileprivate init(_ row: inout Row) throws {
        id = try row.next()
        lead = try row.next()
        partner = try row.next()
        createdAt = try row.next()
        createdBy = try row.next()
        expiresAt = try row.next()
        revokedAt = try row.next()
        endedAt = try row.next()
        outcome = try row.next()
        let text: String? = try row.next()
        customer = try text.map { try JSON.value(from: $0) }
    }
}
