import LeadCore

/// Blanking what came in from a person; that it came in, when and what became of it, stays in the books.
extension Transaction {
    /// - Returns: the imports that brought any of it.
    func blankArrivals(
        of contact: Contact.ID,
        _ traces: PersonTraces,
        _ seal: (String) -> String
    ) throws -> [Import.ID] {
        var found = try read.all(
            "SELECT id, dedupe_key FROM submissions WHERE contact_id IN \(SQL.contactFamily(of: contact))"
        ) { row in (id: try row.next() as Submission.ID, key: try row.next() as String?) }
        try read.each(
            """
            SELECT id, dedupe_key, raw FROM submissions WHERE outcome IN ('pending', 'rejected', 'quarantined')
            """
        ) { row in
            let (id, key): (Submission.ID, String?) = (try row.next(), try row.next())
            if traces.areAddressed(in: try row.next()) { found.append((id, key)) }
        }
        for arrival in found {
            // Our own key, a row of a file, names nobody; the sender's own id does.
            let key = arrival.key.map { $0.hasPrefix("import:") || $0.hasPrefix("sealed:") ? $0 : seal($0) }
            try run(
                """
                UPDATE submissions SET raw = \([UInt8]()), sentence = NULL, dedupe_key = \(key) WHERE id = \(arrival.id)
                """
            )
            try run(
                """
                UPDATE import_rows SET raw = NULL, sentence = NULL WHERE EXISTS (SELECT 1 FROM submissions
                  WHERE submissions.id = \(arrival.id) AND submissions.import_id = import_rows.import_id
                    AND submissions.import_row = import_rows.number)
                """
            )
        }
        return Array(Set(try imports(of: found.map(\.id)) + (try blankRows(traces)))).sorted()
    }

    private func imports(of arrivals: [Submission.ID]) throws -> [Import.ID] {
        try arrivals.compactMap { id in try read.value("SELECT import_id FROM submissions WHERE id = \(id)") }
    }

    /// Rows that were refused are kept as they came, and nobody knows whose they were.
    private func blankRows(_ traces: PersonTraces) throws -> [Import.ID] {
        var found: [(id: Import.ID, number: Int)] = []
        try read.each("SELECT import_id, number, raw FROM import_rows WHERE raw IS NOT NULL") { row in
            let (id, number): (Import.ID, Int) = (try row.next(), try row.next())
            if traces.areAddressed(in: try row.next()) { found.append((id, number)) }
        }
        for row in found {
            try run(
                """
                UPDATE import_rows SET raw = NULL, sentence = NULL WHERE import_id = \(row.id) AND number = \(row.number)
                """
            )
        }
        return found.map(\.id)
    }
}
