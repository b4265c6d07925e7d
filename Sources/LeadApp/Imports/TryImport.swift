import LeadCore
import LeadStore

/// Does what an import would do and says what came of it; `App.tryOut` takes all of it back.
struct TryImport: Command {
    typealias Outcome = DryRun
    static let name = "try_import"
    static let permission = Permission.importData
    private static let mostExamples = 3

    var rows: [DelimitedRow]
    var record: ImportRecord
    var mapping: ImportMapping

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> DryRun {
        let plan = try MappingPlan(mapping, header: record.header, policy: desk.policy)
        let importer = mapping.kind.importer(ImportContext(id: record.id, fileHash: record.fileHash, plan: plan))
        var found = DryRun(tally: ImportTally(), reasons: [], rowsTotal: record.rowsTotal)
        for start in stride(from: 0, to: rows.count, by: Importer.partSize) {
            let part = Array(rows[start..<min(start + Importer.partSize, rows.count)])
            for (row, result) in zip(part, try importer.perform(part, tx, desk)) {
                found.tally.add(result.outcome)
                if result.outcome == .refused { found.note(row, result, mostExamples: Self.mostExamples) }
            }
        }
        found.reasons.sort { ($1.rows, $0.examples[0].number) < ($0.rows, $1.examples[0].number) }
        return found
    }
}

extension DryRun {
    fileprivate mutating func note(_ row: DelimitedRow, _ result: RowResult, mostExamples: Int) {
        let code = result.code ?? "refused"
        let index = reasons.firstIndex { $0.code == code } ?? reasons.endIndex
        if index == reasons.endIndex {
            reasons.append(.init(code: code, sentence: result.sentence ?? "", rows: 0, examples: []))
        }
        reasons[index].rows += 1
        guard reasons[index].examples.count < mostExamples else { return }
        let text = DelimitedText.record(row.cells)
        reasons[index].examples.append(.init(number: row.number, sentence: result.sentence ?? "", text: text))
    }
}
