package import LeadCore

extension Transaction {
    /// Removes a deal with everything that hangs on it.
    package func delete(_ deal: Opportunity.ID) throws {
        for table in ["opportunity_contacts", "opportunity_notes", "ledger", "ledger_texts"] {
            try run("DELETE FROM \(raw: table) WHERE opportunity_id = \(deal)")
        }
        try run("DELETE FROM stays WHERE subject_id = \(deal)")
        try run("DELETE FROM external_keys WHERE kind = 'opportunity' AND subject_id = \(deal)")
        try run("DELETE FROM opportunities WHERE id = \(deal)")
    }

    /// Puts a deal back to where it was before the line `seq`.
    ///
    /// - Parameter deal: what the ledger before that line folds to, with the version that is stored now.
    package func rewind(_ deal: Opportunity, before seq: Int64, removing removed: [OpportunityEvent]) throws {
        try updateState(deal)
        try run("DELETE FROM ledger WHERE opportunity_id = \(deal.id) AND seq >= \(seq)")
        try dropUnnamedTexts(of: .opportunity(deal.id))
        let moves = removed.filter { $0.kind == .staged }.count
        try reopenStay(of: deal.id.bytes, .stage, dropping: moves)
    }
}
