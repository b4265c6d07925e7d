import LeadCore
import LeadStore

/// Does what an import would do and says what came of it; `App.tryOut` takes all of it back.
struct TryImport: Command {
    typealias Outcome = DryRun
    static let name = "try_import"
    static let permission = Permission.importData
    private static let mostExamples = 3
    /// Kinds of refusals that are told apart; what comes beyond them is told as one.
    private static let mostReasons = 100

    var rows: [DelimitedRow]
    var record: ImportRecord
    var mapping: ImportMapping

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> DryRun {
        let plan = try MappingPlan(mapping, header: record.header, policy: desk.policy)
        let importer = mapping.kind.importer(ImportContext(id: record.id, fileHash: record.fileHash, plan: plan))
        var found = DryRun(tally: ImportTally(), reasons: [], rowsTotal: record.rowsTotal)
        for start in stride(from: 0, to: rows.count, by: Importer.partSize) {
            let part = Array(rows[start..<min(start + Importer.partSize, rows.count)])
            for (row, result) in zip(part, try importer.carryOut(part, tx, desk)) {
                found.tally.add(result.outcome)
                if result.outcome == .refused { found.note(row, result, most: (Self.mostReasons, Self.mostExamples)) }
            }
        }
        found.reasons.sort { ($1.rows, $0.examples[0].number) < ($0.rows, $1.examples[0].number) }
        return found
    }
}

extension DryRun {
    fileprivate mutating func note(_ row: DelimitedRow, _ result: RowResult, most: (reasons: Int, examples: Int)) {
        let sentence = result.sentence ?? ""
        var index = reasons.firstIndex { $0.sentence == sentence } ?? reasons.endIndex
        if index == most.reasons { index -= 1 }
        if index == reasons.endIndex {
            let isLast = index == most.reasons - 1
            let (code, said) = isLast ? ("other", "Other reasons") : (result.code ?? "refused", sentence)
            reasons.append(.init(code: code, sentence: said, rows: 0, examples: []))
        }
        reasons[index].rows += 1
        guard reasons[index].examples.count < most.examples else { return }
        let text = DelimitedText.record(row.cells)
        reasons[index].examples.append(.init(number: row.number, sentence: sentence, text: text))
    }
}
