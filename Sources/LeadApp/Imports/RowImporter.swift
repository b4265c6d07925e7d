import LeadCore
import LeadStore

/// Carries out rows of one kind inside an import's transaction.
///
/// What is refused has no effect and says why.
protocol RowImporter {
    init(_ context: ImportContext)
    func perform(_ rows: [DelimitedRow], _ tx: borrowing Transaction, _ desk: Desk) throws -> [RowResult]
}

extension RowImporter {
    /// What became of each row, in their order; a row of empty cells asks for nothing.
    func carryOut(_ rows: [DelimitedRow], _ tx: borrowing Transaction, _ desk: Desk) throws -> [RowResult] {
        let filled = rows.filter { !$0.isEmpty }
        let results = Dictionary(uniqueKeysWithValues: zip(filled.map(\.number), try perform(filled, tx, desk)))
        return rows.map { results[$0.number] ?? RowResult(.empty) }
    }
}

extension DelimitedRow {
    fileprivate var isEmpty: Bool { cells.allSatisfy { $0.trimmed == nil } }
}

/// What all rows of an import share.
struct ImportContext {
    var id: Import.ID
    var fileHash: String
    var plan: MappingPlan
    var mapping: ImportMapping { plan.mapping }

    func mapped(_ row: DelimitedRow) -> MappedRow {
        MappedRow(plan: plan, row: row)
    }
}

extension ImportKind {
    func importer(_ context: ImportContext) -> any RowImporter {
        switch self {
        case .leads: LeadRows(context)
        case .history: HistoryRows(context)
        case .deals: DealRows(context)
        case .opportunities: OpportunityRows(context)
        case .accounts: AccountRows(context)
        case .products: ProductRows(context)
        case .people: PeopleRows(context)
        }
    }
}

/// An importer whose rows have nothing to do with each other: each in a savepoint of its own.
protocol SingleRowImporter: RowImporter {
    func perform(_ row: DelimitedRow, _ tx: borrowing Transaction, _ desk: Desk) throws -> RowResult
}

extension SingleRowImporter {
    func perform(_ rows: [DelimitedRow], _ tx: borrowing Transaction, _ desk: Desk) throws -> [RowResult] {
        try rows.map { row in
            do {
                return try tx.savepoint { try perform(row, tx, desk) }
            } catch let refusal as Refusal {
                return RowResult(refusal)
            }
        }
    }
}

extension RowResult {
    init(_ refusal: Refusal) {
        self.init(.refused, code: refusal.code, sentence: refusal.sentence)
    }
}
