package import LeadCore

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

    /// Those in a state that failed fewer than `failures` times in a row and are not to wait any longer, oldest first.
    ///
    /// - Parameter quietSince: leaves out those that somebody has worked on since then.
    package func imports(
        _ state: ImportState,
        failedLessThan failures: Int,
        dueAt now: Instant,
        quietSince: Instant?
    ) throws -> [Import.ID] {
        let quiet: SQL = quietSince.map { "(worked_at IS NULL OR worked_at <= \($0))" } ?? "TRUE"
        return try all(
            """
            SELECT id FROM imports WHERE state = \(state) AND failures < \(failures)
              AND (retry_at IS NULL OR retry_at <= \(now)) AND \(quiet) ORDER BY id
            """
        ) { row in try row.next() }
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
              rows_done, worked, tally, status_words)
            VALUES (\(record.id), \(record.name), \(record.kind), \(record.file), \(record.fileHash), \(record.mapping),
              \(try JSON.text(record.header)), \(record.state), \(record.createdBy), \(record.createdAt),
              \(record.rowsTotal), \(record.rowsDone), \(record.worked), \(try JSON.text(record.tally)),
              \(try record.statusWords.map { try JSON.text($0) }))
            """
        )
    }

    /// Saves how a draft is to be read.
    package func remap(_ record: ImportRecord) throws {
        try run(
            """
            UPDATE imports SET name = \(record.name), kind = \(record.kind), mapping = \(record.mapping),
              header = \(try JSON.text(record.header)), rows_total = \(record.rowsTotal),
              status_words = \(try record.statusWords.map { try JSON.text($0) })
            WHERE id = \(record.id) AND state = 'draft'
            """
        )
    }

    /// Forgets an import that was never started.
    package func deleteDraft(_ id: Import.ID) throws -> Bool {
        try run("DELETE FROM imports WHERE id = \(id) AND state = 'draft'") == 1
    }

    /// Saves how far an import is; refuses when somebody else has worked on it since it was read.
    ///
    /// - Parameter isWork: whether somebody is at it now, so that nobody else takes it up.
    package func advance(_ record: ImportRecord, from rowsDone: Int, isWork: Bool = false) throws {
        let changed = try run(
            """
            UPDATE imports SET state = \(record.state), finished_at = \(record.finishedAt), rows_done = \(record.rowsDone),
              worked = \(record.worked), tally = \(try JSON.text(record.tally)), error = \(record.error),
              failures = \(record.failures), retry_at = \(record.retryAt), worked_at = \(isWork ? now : nil)
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
