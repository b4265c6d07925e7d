package import LeadCore

extension Snapshot {
    /// The lines of the ledger that an import wrote, as ranges in their order.
    package func ledgerLines(ofImport id: Import.ID) throws -> [ClosedRange<Int64>] {
        try all("SELECT first_seq, last_seq FROM import_parts WHERE import_id = \(id) ORDER BY first_seq") { row in
            try row.next()...row.next()
        }
    }

    /// The submission that a row of an import was.
    package func submission(ofRow number: Int, of id: Import.ID) throws -> DecidedSubmission? {
        let submission: Submission.ID? = try value(
            "SELECT id FROM submissions WHERE import_id = \(id) AND import_row = \(number)"
        )
        return try submission.flatMap { try self.submission($0)?.decided }
    }

    /// The rows of an import whose arrivals became a lead or joined it.
    package func importRows(of id: Import.ID, thatCameTo lead: Lead.ID) throws -> [Int] {
        try all(
            """
            SELECT import_row FROM submissions WHERE lead_id = \(lead) AND import_id = \(id) AND import_row IS NOT NULL
            ORDER BY import_row DESC
            """
        ) { row in try row.next() }
    }

    /// Whether something that no row of the import was became a lead or joined it.
    package func hasArrival(at lead: Lead.ID, notOf id: Import.ID) throws -> Bool {
        try value(
            "SELECT 1 FROM submissions WHERE lead_id = \(lead) AND (import_id IS NULL OR import_id <> \(id)) LIMIT 1"
        ) as Int? != nil
    }

    /// How many rows an undo left as they were, by reason.
    package func keptRows(of id: Import.ID) throws -> [(sentence: String, rows: Int)] {
        try all(
            """
            SELECT COALESCE(sentence, ''), COUNT(*) FROM import_rows WHERE import_id = \(id) AND code = 'kept'
            GROUP BY sentence ORDER BY 2 DESC, 1
            """
        ) { row in (try row.next(), try row.next()) }
    }
}

extension Transaction {
    /// Marks a submission as taken back: it counts as rejected, so the books still balance, and may come again.
    ///
    /// The response that it was goes too; what others did before and the lead had claimed is a signal again.
    package func takeBack(_ submission: Submission.ID) throws {
        try run("DELETE FROM responses WHERE submission_id = \(submission)")
        try run(
            """
            UPDATE submissions SET outcome = 'rejected', code = 'import_undone', sentence = 'The import was undone.',
              lead_id = NULL, contact_id = NULL, dedupe_key = NULL, decided_at = \(now)
            WHERE id = \(submission)
            """
        )
    }

    /// Removes a person whom nothing refers to any more, and then their account likewise; both only if they are new.
    ///
    /// - Parameter start: when the import began that brought them; who is older stays.
    package func deleteIfUnused(_ contact: Contact.ID, since start: Instant) throws {
        let account: Account.ID? = try read.value(
            """
            SELECT account_id FROM contacts WHERE id = \(contact) AND created_at >= \(start)
              AND NOT EXISTS (SELECT 1 FROM leads WHERE leads.contact_id = \(contact))
              AND NOT EXISTS (SELECT 1 FROM lead_contacts WHERE lead_contacts.contact_id = \(contact))
              AND NOT EXISTS (SELECT 1 FROM responses WHERE responses.contact_id = \(contact))
              AND NOT EXISTS (SELECT 1 FROM activities WHERE activities.contact_id = \(contact))
              AND NOT EXISTS (SELECT 1 FROM opportunity_contacts WHERE opportunity_contacts.contact_id = \(contact))
              AND NOT EXISTS (SELECT 1 FROM submissions WHERE submissions.contact_id = \(contact))
              AND NOT EXISTS (SELECT 1 FROM contact_merges WHERE \(contact) IN (merged_id, survivor_id))
              AND NOT EXISTS (SELECT 1 FROM touches WHERE touches.contact_id = \(contact))
            """
        )
        guard let account else { return }
        try run("DELETE FROM match_keys WHERE contact_id = \(contact)")
        try run("DELETE FROM contacts WHERE id = \(contact)")
        _ = try deleteIfUnused(account, since: start)
    }

    /// - Returns: whether it is gone.
    package func deleteIfUnused(_ account: Account.ID, since start: Instant) throws -> Bool {
        try run(
            """
            DELETE FROM accounts WHERE id = \(account) AND created_at >= \(start)
              AND NOT EXISTS (SELECT 1 FROM contacts WHERE contacts.account_id = \(account))
              AND NOT EXISTS (SELECT 1 FROM leads WHERE leads.account_id = \(account))
              AND NOT EXISTS (SELECT 1 FROM opportunities WHERE opportunities.account_id = \(account))
            """
        ) == 1
    }

    /// - Returns: whether it is gone.
    package func deleteIfUnused(_ product: Product.ID) throws -> Bool {
        try run(
            """
            DELETE FROM products WHERE id = \(product)
              AND NOT EXISTS (SELECT 1 FROM opportunities WHERE opportunities.product_id = \(product))
              AND NOT EXISTS (SELECT 1 FROM opportunity_lines WHERE opportunity_lines.product_id = \(product))
            """
        ) == 1
    }
}
