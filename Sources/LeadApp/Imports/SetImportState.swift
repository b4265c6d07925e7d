package import LeadCore
package import LeadStore

/// Takes an import from one state to the next: it begins, is stopped by a fault, goes on, is being undone.
package struct SetImportState: Command {
    package typealias Outcome = ImportRecord
    package static let name = "set_import_state"
    package static let permission = Permission.importData

    package var id: Import.ID
    package var state: ImportState
    package var error: String?

    package init(id: Import.ID, state: ImportState, error: String? = nil) {
        self.id = id
        self.state = state
        self.error = error
    }

    package var subject: String? { "import:\(id)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> ImportRecord {
        guard var record = try tx.read.importRecord(id) else { throw Refusal.notFound("import") }
        try require(from: record)
        if record.state == .draft {
            let mapping = try JSON.value(ImportMapping.self, from: record.mapping)
            _ = try MappingPlan(mapping, header: record.header, policy: desk.policy)
        }
        record.state = state == .running && record.rowsDone == record.rowsTotal ? .finished : state
        if record.state == .finished { record.finishedAt = tx.now }
        record.goesOn()
        record.error = error
        try tx.advance(record, from: record.rowsDone)
        return record
    }

    private func require(from record: ImportRecord) throws(Refusal) {
        let earlier = record.state
        // An undo that has given up is taken up again.
        if earlier == .undoing, state == .undoing, record.failures > 0 { return }
        switch (earlier, state) {
        case (.draft, .running), (.running, .failed), (.failed, .running), (.finished, .undoing), (.failed, .undoing),
            (.undone, .undoing), (.undoing, .undone):
            return
        default:
            throw Refusal(
                .conflict,
                "import_state",
                "An import that is \(earlier.rawValue) cannot become \(state.rawValue)."
            )
        }
    }
}
