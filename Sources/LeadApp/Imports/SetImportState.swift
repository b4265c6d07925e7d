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

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> ImportRecord {
        guard var record = try tx.read.importRecord(id) else { throw Refusal.notFound("import") }
        try require(from: record.state)
        if record.state == .draft {
            let mapping = try JSON.value(ImportMapping.self, from: record.mapping)
            _ = try MappingPlan(mapping, header: record.header, policy: desk.policy)
        }
        record.state = state == .running && record.rowsDone == record.rowsTotal ? .finished : state
        if record.state == .finished { record.finishedAt = tx.now }
        record.error = error
        try tx.advance(record, from: record.rowsDone)
        try tx.audit(Self.name)
        return record
    }

    private func require(from earlier: ImportState) throws(Refusal) {
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
