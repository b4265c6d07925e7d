package import LeadCore
package import LeadStore

/// Carries out the next rows of an import and saves how far it is, in one transaction: a process that is killed goes on
/// exactly behind the last part that was saved.
package struct ImportPart: Command {
    package typealias Outcome = ImportRecord
    package static let name = "import_part"
    package static let permission = Permission.importData
    package static let isAudited = false

    package var id: Import.ID
    package var rows: [DelimitedRow]
    /// How long the import has been worked on when this part begins.
    package var worked: Span

    package init(id: Import.ID, rows: [DelimitedRow], worked: Span) {
        self.id = id
        self.rows = rows
        self.worked = worked
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> ImportRecord {
        let began = ContinuousClock.now
        guard var record = try tx.read.importRecord(id) else { throw Refusal.notFound("import") }
        let done = record.rowsDone
        guard record.state == .running, rows.first.map({ $0.number == done + 1 }) ?? true else {
            throw Refusal(.conflict, "import_moved_on", "Somebody else works on this import.")
        }
        let seq = try tx.read.lastSeq()
        for (row, result) in zip(rows, try results(record, tx, desk)) {
            try tx.insert(row.record(result, in: record), of: id)
            record.tally.add(result.outcome)
        }
        try tx.insertPart(of: id, lastRow: done + rows.count, after: seq)
        record.rowsDone += rows.count
        record.worked = worked + Span(began.duration(to: .now))
        if record.rowsDone == record.rowsTotal {
            record.state = .finished
            record.finishedAt = tx.now
        }
        record.goesOn()
        try tx.advance(record, from: done, isWork: true)
        return record
    }

    private func results(_ record: ImportRecord, _ tx: borrowing Transaction, _ desk: Desk) throws -> [RowResult] {
        let mapping = try JSON.value(ImportMapping.self, from: record.mapping)
        let plan = try MappingPlan(mapping, header: record.header, policy: desk.policy)
        let context = ImportContext(id: id, fileHash: record.fileHash, plan: plan)
        return try mapping.kind.importer(context).carryOut(rows, tx, desk)
    }
}

extension Span {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}

extension DelimitedRow {
    fileprivate func record(_ result: RowResult, in record: ImportRecord) -> ImportRowRecord {
        let theirs = RefusedFile.theirs(cells, in: record).map(FormulaGuard.guarded)
        return ImportRowRecord(
            number: number,
            outcome: result.outcome,
            code: result.code,
            sentence: result.sentence,
            raw: result.outcome == .refused ? Array(DelimitedText.record(theirs).utf8) : nil,
            subject: result.subject
        )
    }
}
