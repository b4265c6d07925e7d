import LeadCore

extension Snapshot {
    package func importRecord(_ id: Import.ID) throws -> ImportRecord? {
        try first("SELECT \(raw: ImportRecord.columns) FROM imports WHERE id = \(id)") { row in try ImportRecord(&row) }
    }

    /// Newest first.
    package func imports(limit: Int) throws -> [ImportRecord] {
        try all("SELECT \(raw: ImportRecord.columns) FROM imports ORDER BY id DESC LIMIT \(limit)") { row in
            try ImportRecord(&row)
        }
    }

    /// Those that a stopped process left in a state, oldest first.
    package func imports(_ state: ImportState) throws -> [Import.ID] {
        try all("SELECT id FROM imports WHERE state = \(state) ORDER BY id") { row in try row.next() }
    }

    /// The newest import of the same bytes.
    package func importRecord(ofFile hash: String) throws -> ImportRecord? {
        try first(
            "SELECT \(raw: ImportRecord.columns) FROM imports WHERE file_hash = \(hash) ORDER BY id DESC LIMIT 1"
        ) { row in try ImportRecord(&row) }
    }

    /// The ledger's last line so far.
    package func lastSeq() throws -> Int64 {
        try value("SELECT MAX(seq) FROM ledger") ?? 0
    }
}

extension Transaction {
    package func insert(_ record: ImportRecord) throws {
        try run(
            """
            INSERT INTO imports (id, name, kind, file, file_hash, mapping, header, state, created_by, created_at, rows_total,
              rows_done, worked, tally)
            VALUES (\(record.id), \(record.name), \(record.kind), \(record.file), \(record.fileHash), \(record.mapping),
              \(try JSON.text(record.header)), \(record.state), \(record.createdBy), \(record.createdAt),
              \(record.rowsTotal), \(record.rowsDone), \(record.worked), \(try JSON.text(record.tally)))
            """
        )
    }

    /// Saves how a draft is to be read.
    package func remap(_ record: ImportRecord) throws {
        try run(
            """
            UPDATE imports SET name = \(record.name), kind = \(record.kind), mapping = \(record.mapping),
              header = \(try JSON.text(record.header)), rows_total = \(record.rowsTotal)
            WHERE id = \(record.id) AND state = 'draft'
            """
        )
    }

    /// Forgets an import that was never started.
    package func deleteDraft(_ id: Import.ID) throws -> Bool {
        try run("DELETE FROM imports WHERE id = \(id) AND state = 'draft'") == 1
    }

    /// Saves how far an import is; refuses when somebody else has worked on it since it was read.
    package func advance(_ record: ImportRecord, from rowsDone: Int) throws {
        let changed = try run(
            """
            UPDATE imports SET state = \(record.state), finished_at = \(record.finishedAt), rows_done = \(record.rowsDone),
              worked = \(record.worked), tally = \(try JSON.text(record.tally)), error = \(record.error)
            WHERE id = \(record.id) AND rows_done = \(rowsDone)
            """
        )
        guard changed == 1 else { throw Refusal.changedMeanwhile }
    }

    /// Says which lines of the ledger a part of an import wrote, so that it can be undone to the line.
    package func insertPart(of id: Import.ID, lastRow: Int, after seq: Int64) throws {
        let last = try read.lastSeq()
        guard last > seq else { return }
        try run(
            """
            INSERT INTO import_parts (import_id, last_row, first_seq, last_seq) VALUES (\(id), \(lastRow), \(seq + 1), \(last))
            """
        )
    }
}
