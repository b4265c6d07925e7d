package import LeadCore
package import LeadStore

/// Registers a file that lies in the workspace's folder already, or changes how it shall be read while nothing has begun.
package struct DraftImport: Command {
    package typealias Outcome = ImportRecord
    package static let name = "draft_import"
    package static let permission = Permission.importData

    package var id: Import.ID
    /// What the file is called where it came from.
    package var file: String
    package var facts: FileFacts
    package var header: [String]
    package var mapping: ImportMapping
    package var statusWords: [String: Int]

    package var subject: String? { "import:\(id)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> ImportRecord {
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
            rowsTotal: facts.rows,
            statusWords: statusWords
        )
        guard let earlier = try tx.read.importRecord(id) else {
            try tx.insert(record)
            return record
        }
        guard earlier.state == .draft else {
            throw Refusal(.conflict, "import_started", "The import has begun; how it is read cannot change any more.")
        }
        record.createdBy = earlier.createdBy
        record.createdAt = earlier.createdAt
        try tx.remap(record)
        return record
    }
}

/// Forgets a file that was never imported.
package struct DiscardImport: Command {
    package typealias Outcome = Done
    package static let name = "discard_import"
    package static let permission = Permission.importData

    package var id: Import.ID

    package var subject: String? { "import:\(id)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard try tx.deleteDraft(id) else {
            throw Refusal(.conflict, "import_started", "The import has begun. It can be undone instead.")
        }
        return Done()
    }
}
