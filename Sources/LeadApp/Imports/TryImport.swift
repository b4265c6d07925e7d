import LeadCore
import LeadStore

/// Does what an import would do and takes all of it back by throwing what it found.
struct TryImport: Command {
    typealias Outcome = Done
    static let name = "try_import"
    static let permission = Permission.importData

    var rows: [DelimitedRow]
    var header: [String]
    var mapping: ImportMapping
    var facts: FileFacts

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let plan = try MappingPlan(mapping, header: header, policy: desk.policy)
        let importer = mapping.kind.importer(ImportContext(id: tx.newID(), fileHash: facts.hash, plan: plan))
        var tally = ImportTally()
        var reasons: [String: DryRun.Reason] = [:]
        for start in stride(from: 0, to: rows.count, by: Importer.partSize) {
            let part = Array(rows[start..<min(start + Importer.partSize, rows.count)])
            for (row, result) in zip(part, try importer.perform(part, tx, desk)) {
                tally.add(result.outcome)
                guard result.outcome == .refused, let sentence = result.sentence else { continue }
                reasons[sentence, default: .init(sentence: sentence, rows: 0, first: row.number)].rows += 1
            }
        }
        throw DryRun(
            tally: tally,
            reasons: reasons.values.sorted { ($1.rows, $0.first) < ($0.rows, $1.first) },
            rowsTotal: facts.rows
        )
    }
}
