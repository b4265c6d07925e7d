package import LeadCore

/// Taking back what an import wrote: the one exception to a ledger that only grows.
///
/// Lines go as if they had never been written, so the state is again what the rest of the ledger folds to. Sequence
/// numbers are never used again, and `history_epoch` tells whoever follows the ledger to begin anew.
extension Transaction {
    package func beginHistoryAnew() throws {
        let epoch: Identifier<ImportRecord> = newID()
        try set("history_epoch", to: epoch.description)
    }

    /// Removes a lead with everything that hangs on it; the people stay.
    package func delete(_ lead: Lead.ID) throws {
        try unindex(lead)
        try run("UPDATE responses SET lead_id = NULL WHERE lead_id = \(lead)")
        try run("DELETE FROM call_answers WHERE call_id IN (SELECT id FROM calls WHERE lead_id = \(lead))")
        for table in [
            "calls", "lead_skips", "first_response_values", "lead_fields", "lead_contacts", "evidence", "activities",
            "clocks", "notices", "ledger", "ledger_texts", "routing_decisions",
        ] {
            try run("DELETE FROM \(raw: table) WHERE lead_id = \(lead)")
        }
        try run("DELETE FROM stays WHERE subject_id = \(lead)")
        try run("DELETE FROM leads WHERE id = \(lead)")
    }

    /// Puts a lead back to where it was before the line `seq`.
    ///
    /// - Parameters:
    ///   - lead: what the ledger before that line folds to, with the version that is stored now.
    ///   - removed: the events from that line on.
    ///   - people: who was linked before that line.
    package func rewind(
        _ lead: Lead,
        before seq: Int64,
        removing removed: [LeadEvent],
        keeping people: Set<Contact.ID>
    ) throws {
        try updateState(lead)
        try run("DELETE FROM ledger WHERE lead_id = \(lead.id) AND seq >= \(seq)")
        try dropUnnamedTexts(of: .lead(lead.id))
        try run("DELETE FROM routing_decisions WHERE lead_id = \(lead.id) AND seq >= \(seq)")
        var moves = 0
        var assignments = 0
        var isRelinked = false
        for event in removed {
            switch event {
            case .moved: moves += 1
            case .assigned: assignments += 1
            case .responded(let response):
                try run("UPDATE responses SET lead_id = NULL WHERE id = \(response.response)")
            case .contactLinked(let link) where !people.contains(link.contact):
                try run("DELETE FROM lead_contacts WHERE lead_id = \(lead.id) AND contact_id = \(link.contact)")
                isRelinked = true
            case .clockStarted(let clock): try run("DELETE FROM clocks WHERE id = \(clock.id)")
            case .clockStopped(let stopped):
                try run("UPDATE clocks SET stopped_at = NULL, met = NULL WHERE id = \(stopped.id)")
            case .fieldsSet(let fields):
                for key in fields.set { try clearField(key, of: lead.id) }
            default: break
            }
        }
        if isRelinked { try reindex(lead.id) }
        for clock in lead.clocks { try save(clock) }
        try reopenStay(of: lead.id.bytes, .status, dropping: moves)
        try reopenStay(of: lead.id.bytes, .owner, dropping: assignments)
    }

    /// Drops the last stays in a dimension and lets the one before them run on.
    func reopenStay(of subject: [UInt8], _ dimension: Dimension, dropping count: Int) throws {
        guard count > 0 else { return }
        try run(
            """
            DELETE FROM stays WHERE seq IN (SELECT seq FROM stays WHERE subject_id = \(subject) AND dimension = \(dimension)
              ORDER BY seq DESC LIMIT \(count))
            """
        )
        try run(
            """
            UPDATE stays SET left_at = NULL, working = NULL WHERE seq = (SELECT MAX(seq) FROM stays
              WHERE subject_id = \(subject) AND dimension = \(dimension))
            """
        )
    }
}
