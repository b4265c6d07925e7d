package import LeadCore
package import LeadStore

/// Keeps a mapping under its name, for the next file of the same kind; the same name again replaces it.
package struct SaveMapping: Command {
    package typealias Outcome = SavedMapping.ID
    package static let name = "save_mapping"
    package static let permission = Permission.importData

    package var mapping: ImportMapping

    package init(mapping: ImportMapping) {
        self.mapping = mapping
    }

    package func subject(after outcome: Outcome) -> String? { "mapping:\(outcome)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> SavedMapping.ID {
        guard let name = mapping.name.trimmed else { throw Refusal.invalid("/name", "Give the mapping a name.") }
        return try tx.saveMapping(name, body: try JSON.text(mapping))
    }
}

/// Forgets a saved mapping; imports that were read by it keep their own.
package struct DeleteMapping: Command {
    package typealias Outcome = Done
    package static let name = "delete_mapping"
    package static let permission = Permission.importData

    package var id: SavedMapping.ID

    package init(id: SavedMapping.ID) {
        self.id = id
    }

    package var subject: String? { "mapping:\(id)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard try tx.deleteMapping(id) else { throw Refusal.notFound("mapping") }
        return Done()
    }
}

/// The saved mappings by name.
package struct SavedMappings: Query {
    package struct Entry: Codable, Sendable {
        package var id: SavedMapping.ID
        package var mapping: ImportMapping
    }

    package static let permission: Permission? = .importData

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [Entry] {
        try snapshot.savedMappings().map { Entry(id: $0.id, mapping: try JSON.value(from: $0.body)) }
    }
}
