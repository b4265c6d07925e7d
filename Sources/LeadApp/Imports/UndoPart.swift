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
        let trace = ImportTrace(id, try tx.read.ledgerLines(ofImport: id))
        let rows = try tx.read.importRowsToUndo(of: id, before: before, limit: limit)
        var done: Set<Int> = []
        for var row in rows where row.outcome.hadEffect && !done.contains(row.number) {
            do {
                for var undone in try tx.savepoint({ try undo(row, of: record, kind, trace, tx) }) {
                    record.tally.add(undone.outcome, -1)
                    record.tally.add(.undone)
                    undone.outcome = .undone
                    undone.code = nil
                    undone.sentence = nil
                    try tx.update(undone, of: id)
                    done.insert(undone.number)
                }
            } catch let kept as ImportTrace.Kept {
                row.code = "kept"
                row.sentence = kept.sentence
                try tx.update(row, of: id)
            }
        }
        record.goesOn()
        try tx.advance(record, from: record.rowsDone, isWork: true)
        try tx.beginHistoryAnew()
        return Outcome(record: record, next: rows.count == limit ? rows.last?.number : nil)
    }

    /// - Returns: the rows that are undone with it; more than one where several came to the same lead.
    private func undo(
        _ row: ImportRowRecord,
        of record: ImportRecord,
        _ kind: ImportKind,
        _ trace: ImportTrace,
        _ tx: borrowing Transaction
    ) throws -> [ImportRowRecord] {
        guard let subject = row.subject else { return [row] }
        switch kind {
        case .leads: return try undoArrival(row, of: record, trace, tx)
        case .history, .deals:
            if let lead = Lead.ID(bytes: subject) { try trace.undo(lead, tx) }
        case .opportunities:
            if let deal = Opportunity.ID(bytes: subject) { try trace.undo(deal, tx) }
        case .accounts:
            guard row.outcome == .created else { throw ImportTrace.Kept.filledIn }
            guard let account = Account.ID(bytes: subject) else { return [row] }
            guard try tx.deleteIfUnused(account, since: record.createdAt) else { throw ImportTrace.Kept.used }
        case .products:
            guard row.outcome == .created else { throw ImportTrace.Kept.filledIn }
            guard let product = Product.ID(bytes: subject) else { return [row] }
            guard try tx.deleteIfUnused(product) else { throw ImportTrace.Kept.used }
        case .people: throw ImportTrace.Kept.person
        }
        return [row]
    }

    /// The lead goes back at once to before the import, so all rows that came to it go together: between two commits no
    /// submission may say of a lead what is not so.
    private func undoArrival(
        _ row: ImportRowRecord,
        of record: ImportRecord,
        _ trace: ImportTrace,
        _ tx: borrowing Transaction
    ) throws -> [ImportRowRecord] {
        guard let submission = try tx.read.submission(ofRow: row.number, of: record.id) else { return [row] }
        var arrivals = [(row: row, submission: submission)]
        if let lead = submission.lead {
            let numbers = try tx.read.importRows(of: record.id, thatCameTo: lead).filter { $0 != row.number }
            for number in numbers {
                guard let other = try tx.read.importRow(number, of: record.id), other.outcome.hadEffect,
                    let arrival = try tx.read.submission(ofRow: number, of: record.id)
                else { continue }
                arrivals.append((other, arrival))
            }
            try trace.undo(lead, tx)
        }
        for arrival in arrivals { try tx.takeBack(arrival.submission.id) }
        for arrival in arrivals {
            guard let contact = arrival.submission.contact else { continue }
            try tx.deleteIfUnused(contact, since: record.createdAt)
        }
        return arrivals.map(\.row)
    }
}

extension RowOutcome {
    fileprivate var hadEffect: Bool {
        switch self {
        case .created, .joined, .contactOnly, .updated: true
        case .duplicate, .refused, .empty, .undone: false
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
