package import LeadCore
package import LeadStore

/// How far an import is, for a page or a terminal.
package struct ImportProgress: Codable, Sendable {
    package var record: ImportRecord

    package init(_ record: ImportRecord) {
        self.record = record
    }

    package var fraction: Double {
        record.rowsTotal == 0 ? 1 : Double(record.rowsDone) / Double(record.rowsTotal)
    }

    /// Nil until there is something to measure.
    package var rowsPerSecond: Double? {
        let seconds = Double(record.worked.milliseconds) / 1000
        return seconds > 0 && record.rowsDone > 0 ? Double(record.rowsDone) / seconds : nil
    }

    /// At the pace so far; nil when it is not running.
    package var timeLeft: Span? {
        guard record.state == .running, let rate = rowsPerSecond else { return nil }
        return Span(milliseconds: Int64(Double(record.rowsTotal - record.rowsDone) / rate * 1000))
    }

    package var isOver: Bool {
        switch record.state {
        case .finished, .failed, .undone: true
        case .draft, .running, .undoing: false
        }
    }
}

/// The progress of one import.
package struct ImportStatus: Query {
    package static let permission: Permission? = .importData

    package var id: Import.ID

    package init(id: Import.ID) {
        self.id = id
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> ImportProgress {
        guard let record = try snapshot.importRecord(id) else { throw Refusal.notFound("import") }
        return ImportProgress(record)
    }
}

/// The newest imports first.
package struct ImportList: Query {
    package static let permission: Permission? = .importData

    package var limit: Int

    package init(limit: Int = 100) {
        self.limit = limit
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [ImportProgress] {
        try snapshot.imports(limit: limit).map { ImportProgress($0) }
    }
}

/// The reasons for which an import refused rows, the most frequent first.
package struct ImportRefusals: Query {
    package struct Reason: Codable, Sendable {
        package var sentence: String
        package var rows: Int
    }

    package static let permission: Permission? = .importData

    package var id: Import.ID
    package var limit: Int

    package init(id: Import.ID, limit: Int = 20) {
        self.id = id
        self.limit = limit
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [Reason] {
        try snapshot.refusals(of: id, limit: limit).map { Reason(sentence: $0.sentence, rows: $0.rows) }
    }
}

/// The next refused rows as comma-separated text: the row's number, why, and the file's own columns.
///
/// The first two columns are ours, so a row with too many or too few cells does not shift them; corrected, the file can be
/// imported as it is.
package struct RefusedRows: Query {
    package struct Page: Sendable {
        package var text: String
        /// Where the next page begins; nil at the end.
        package var next: Int?
    }

    package static let permission: Permission? = .importData

    package var id: Import.ID
    package var after: Int
    package var limit: Int

    package init(id: Import.ID, after: Int = 0, limit: Int = 1000) {
        self.id = id
        self.after = after
        self.limit = limit
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Page {
        guard let record = try snapshot.importRecord(id) else { throw Refusal.notFound("import") }
        let rows = try snapshot.importRows(of: id, .refused, after: after, limit: limit)
        var text =
            after == 0
            ? DelimitedText.record(
                RefusedFile.own + RefusedFile.theirs(record.header, in: record).map(FormulaGuard.guarded)
            ) + "\r\n"
            : ""
        for row in rows {
            let cells = String(decoding: row.raw ?? [], as: UTF8.self)
            text += "\(DelimitedText.record(["\(row.number)", FormulaGuard.guarded(row.sentence ?? "")])),\(cells)\r\n"
        }
        return Page(text: text, next: rows.count == limit ? rows.last?.number : nil)
    }
}

/// The columns that a file of refused rows has before those of the file that was imported.
enum RefusedFile {
    static let own = ["row", "reason"]

    /// Cells without our own, when what was imported is such a file itself.
    static func theirs(_ cells: [String], in record: ImportRecord) -> [String] {
        record.header.starts(with: own) ? Array(cells.dropFirst(own.count)) : cells
    }
}
