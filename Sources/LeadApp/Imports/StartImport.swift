package import LeadCore
package import LeadStore

/// Registers an import of a file that lies in the workspace's folder already; the runner carries it out.
package struct StartImport: Command {
    package typealias Outcome = ImportRecord
    package static let name = "start_import"
    package static let permission = Permission.importData

    package var id: Import.ID
    /// What the file was called where it came from.
    package var file: String
    package var facts: FileFacts
    package var header: [String]
    package var mapping: ImportMapping

    package init(id: Import.ID, file: String, facts: FileFacts, header: [String], mapping: ImportMapping) {
        self.id = id
        self.file = file
        self.facts = facts
        self.header = header
        self.mapping = mapping
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> ImportRecord {
        _ = try MappingPlan(mapping, header: header, policy: desk.policy)
        var record = ImportRecord(
            id: id,
            name: mapping.name,
            kind: mapping.kind.rawValue,
            file: file,
            fileHash: facts.hash,
            mapping: try JSON.text(mapping),
            header: header,
            createdBy: tx.actor.user,
            createdAt: tx.now,
            rowsTotal: facts.rows
        )
        if facts.rows == 0 {
            record.state = .finished
            record.finishedAt = tx.now
        }
        try tx.insert(record)
        try tx.audit(Self.name)
        return record
    }
}

/// Notes that an import was stopped by a fault, or lets it go on after one.
package struct SetImportState: Command {
    package typealias Outcome = Done
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

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard var record = try tx.read.importRecord(id) else { throw Refusal.notFound("import") }
        let allowed: Bool =
            switch (record.state, state) {
            case (.running, .failed), (.failed, .running), (.finished, .undoing), (.failed, .undoing),
                (.undoing, .undone):
                true
            default: false
            }
        guard allowed else {
            throw Refusal(
                .conflict,
                "import_state",
                "An import that is \(record.state.rawValue) cannot become \(state.rawValue)."
            )
        }
        record.state = state
        record.error = error
        try tx.advance(record, from: record.rowsDone)
        try tx.audit(Self.name)
        return Done()
    }
}
