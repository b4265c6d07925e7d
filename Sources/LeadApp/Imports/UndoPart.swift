package import LeadCore
package import LeadStore

/// Takes back the last rows of an import that have not been looked at, in one transaction.
///
/// What somebody has worked on since stays, and its row says why. Repeating it changes nothing more.
package struct UndoPart: Command {
    package struct Outcome: Codable, Sendable {
        package var record: ImportRecord
        /// Go on below this row; nil when all have been looked at.
        package var next: Int?
    }

    package static let name = "undo_import_part"
    package static let permission = Permission.importData
    package static let isAudited = false

    package var id: Import.ID
    package var before: Int
    package var limit: Int

    package init(id: Import.ID, before: Int, limit: Int) {
        self.id = id
        self.before = before
        self.limit = limit
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard var record = try tx.read.importRecord(id) else { throw Refusal.notFound("import") }
        guard record.state == .undoing, let kind = ImportKind(rawValue: record.kind) else {
            throw Refusal(.conflict, "import_state", "This import is not being undone.")
        }
        let trace = ImportTrace(of: id, try tx.read.ledgerLines(ofImport: id))
        let rows = try tx.read.importRowsToUndo(of: id, before: before, limit: limit)
        for var row in rows where row.outcome.hadEffect {
            let outcome = row.outcome
            do {
                try tx.savepoint { try undo(row, of: record, kind, trace, tx) }
                row.outcome = .undone
                row.code = nil
                row.sentence = nil
                record.tally.add(outcome, -1)
                record.tally.add(.undone)
            } catch let kept as ImportTrace.Kept {
                row.code = "kept"
                row.sentence = kept.sentence
            }
            try tx.update(row, of: id)
        }
        record.goesOn()
        try tx.advance(record, from: record.rowsDone, isWork: true)
        try tx.beginHistoryAnew()
        return Outcome(record: record, next: rows.count == limit ? rows.last?.number : nil)
    }

    private func undo(
        _ row: ImportRowRecord,
        of record: ImportRecord,
        _ kind: ImportKind,
        _ trace: ImportTrace,
        _ tx: borrowing Transaction
    ) throws {
        guard let subject = row.subject else { return }
        switch kind {
        case .leads: try undoArrival(row, of: record, trace, tx)
        case .history, .deals:
            if let lead = Lead.ID(bytes: subject) { try trace.undo(lead, tx) }
        case .opportunities:
            if let deal = Opportunity.ID(bytes: subject) { try trace.undo(deal, tx) }
        case .accounts:
            guard row.outcome == .created else { throw ImportTrace.Kept.filledIn }
            guard let account = Account.ID(bytes: subject) else { return }
            guard try tx.deleteIfUnused(account, since: record.createdAt) else { throw ImportTrace.Kept.used }
        case .products:
            guard row.outcome == .created else { throw ImportTrace.Kept.filledIn }
            guard let product = Product.ID(bytes: subject) else { return }
            guard try tx.deleteIfUnused(product) else { throw ImportTrace.Kept.used }
        case .people: throw ImportTrace.Kept.person
        }
    }

    private func undoArrival(
        _ row: ImportRowRecord,
        of record: ImportRecord,
        _ trace: ImportTrace,
        _ tx: borrowing Transaction
    ) throws {
        guard let submission = try tx.read.submission(ofRow: row.number, of: record.id) else { return }
        if let lead = submission.lead { try trace.undo(lead, tx) }
        try tx.takeBack(submission.id)
        if let contact = submission.contact { try tx.deleteIfUnused(contact, since: record.createdAt) }
    }
}

extension RowOutcome {
    fileprivate var hadEffect: Bool {
        switch self {
        case .created, .joined, .contactOnly, .updated: true
        case .duplicate, .refused, .undone: false
        }
    }
}

/// What an undo left as it was, by reason.
package struct KeptRows: Query {
    package static let permission: Permission? = .importData

    package var id: Import.ID

    package init(id: Import.ID) {
        self.id = id
    }

    package func answer(
        _ snapshot: borrowing Snapshot,
        _ desk: Desk,
        now: Instant
    ) throws -> [ImportRefusals.Reason] {
        try snapshot.keptRows(of: id).map { .init(sentence: $0.sentence, rows: $0.rows) }
    }
}
