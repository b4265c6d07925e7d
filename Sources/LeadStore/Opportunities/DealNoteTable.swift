package import LeadCore

/// What somebody wrote down about a deal.
package struct DealNote: Sendable {
    package typealias ID = Identifier<DealNote>

    package var id: ID
    package var at: Instant
    package var by: User.ID?
    package var text: String
}

extension Snapshot {
    /// Oldest first.
    package func notes(on opportunity: Opportunity.ID) throws -> [DealNote] {
        try all(
            """
            SELECT id, at, by_user, text FROM opportunity_notes WHERE opportunity_id = \(opportunity) ORDER BY at, id
            """
        ) { row in
            DealNote(id: try row.next(), at: try row.next(), by: try row.next(), text: try row.next())
        }
    }
}

extension Transaction {
    package func note(_ text: String, on opportunity: Opportunity.ID) throws {
        let id: DealNote.ID = newID()
        try run(
            """
            INSERT INTO opportunity_notes (id, opportunity_id, at, by_user, text)
            VALUES (\(id), \(opportunity), \(now), \(actor.user), \(text))
            """
        )
    }
}
