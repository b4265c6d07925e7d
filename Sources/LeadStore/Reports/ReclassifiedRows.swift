package import LeadCore

extension Snapshot {
    /// When leads were said to be about another product class, oldest first.
    package func eachReclassified(
        since cursor: HistoryCursor,
        _ body: (_ lead: Lead.ID, _ change: LeadEvent.Reclassified, _ at: Instant) throws -> Void
    ) throws {
        // The kind is written out so that the index of these lines alone serves.
        try each(
            """
            SELECT lead_id, details, at FROM ledger WHERE kind = 'reclassified' AND seq > \(cursor.ledger) ORDER BY seq
            """
        ) { row in
            let lead: Lead.ID = try row.next()
            try body(lead, try JSON.value(from: try row.next()), try row.next())
        }
    }
}
