/// One row of an import and what became of it.
package struct ImportRowRecord: Codable, Sendable {
    package var number: Int
    package var outcome: RowOutcome
    package var code: String?
    package var sentence: String?
    /// The row as comma-separated text, kept when it was refused.
    package var raw: [UInt8]?
    package var subject: [UInt8]?

    package init(
        number: Int,
        outcome: RowOutcome,
        code: String? = nil,
        sentence: String? = nil,
        raw: [UInt8]? = nil,
        subject: [UInt8]? = nil
    ) {
        self.number = number
        self.outcome = outcome
        self.code = code
        self.sentence = sentence
        self.raw = raw
        self.subject = subject
    }

    fileprivate init(_ row: inout Row) throws {
        self.init(
            number: try row.next(),
            outcome: try row.next(),
            code: try row.next(),
            sentence: try row.next(),
            raw: try row.next(),
            subject: try row.next()
        )
    }
}

extension Snapshot {
    /// Rows with an outcome in the order of the file, `limit` at most, those after `number`.
    package func importRows(
        of id: Import.ID,
        _ outcome: RowOutcome,
        after number: Int,
        limit: Int
    ) throws -> [ImportRowRecord] {
        try all(
            """
            SELECT number, outcome, code, sentence, raw, subject_id FROM import_rows
            WHERE import_id = \(id) AND number > \(number) AND outcome = \(outcome) ORDER BY number LIMIT \(limit)
            """
        ) { row in try ImportRowRecord(&row) }
    }

    package func importRow(_ number: Int, of id: Import.ID) throws -> ImportRowRecord? {
        try first(
            """
            SELECT number, outcome, code, sentence, raw, subject_id FROM import_rows
            WHERE import_id = \(id) AND number = \(number)
            """
        ) { row in try ImportRowRecord(&row) }
    }

    /// The last rows that did something and have not been looked at by an undo, the last first.
    package func importRowsToUndo(of id: Import.ID, before number: Int, limit: Int) throws -> [ImportRowRecord] {
        try all(
            """
            SELECT number, outcome, code, sentence, raw, subject_id FROM import_rows
            WHERE import_id = \(id) AND number < \(number) ORDER BY number DESC LIMIT \(limit)
            """
        ) { row in try ImportRowRecord(&row) }
    }

    /// How many rows an import refused, by reason, the most frequent first.
    package func refusals(of id: Import.ID, limit: Int) throws -> [(sentence: String, rows: Int)] {
        try all(
            """
            SELECT COALESCE(sentence, ''), COUNT(*) FROM import_rows WHERE import_id = \(id) AND outcome = 'refused'
            GROUP BY sentence ORDER BY 2 DESC, 1 LIMIT \(limit)
            """
        ) { row in (try row.next(), try row.next()) }
    }
}

extension Transaction {
    package func insert(_ row: ImportRowRecord, of id: Import.ID) throws {
        try run(
            """
            INSERT INTO import_rows (import_id, number, outcome, code, sentence, raw, subject_id)
            VALUES (\(id), \(row.number), \(row.outcome), \(row.code), \(row.sentence), \(row.raw), \(row.subject))
            """
        )
    }

    package func update(_ row: ImportRowRecord, of id: Import.ID) throws {
        try run(
            """
            UPDATE import_rows SET outcome = \(row.outcome), code = \(row.code), sentence = \(row.sentence)
            WHERE import_id = \(id) AND number = \(row.number)
            """
        )
    }
}
