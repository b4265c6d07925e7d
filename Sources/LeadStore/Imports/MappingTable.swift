package import LeadCore

/// A way to read files that somebody has saved under a name.
package struct SavedMapping: Codable, Sendable {
    package typealias ID = Identifier<SavedMapping>

    package var id: ID
    package var name: String
    /// The mapping as JSON.
    package var body: String
}

extension Snapshot {
    package func savedMappings() throws -> [SavedMapping] {
        try all("SELECT id, name, body FROM saved_mappings ORDER BY LOWER(name)") { row in
            SavedMapping(id: try row.next(), name: try row.next(), body: try row.next())
        }
    }
}

extension Transaction {
    /// Saves a mapping under its name; the same name again replaces it.
    package func saveMapping(_ name: String, body: String) throws -> SavedMapping.ID {
        let id: SavedMapping.ID = newID()
        try run(
            """
            INSERT INTO saved_mappings (id, name, body, created_at) VALUES (\(id), \(name), \(body), \(now))
            ON CONFLICT (name) DO UPDATE SET body = excluded.body
            """
        )
        return try read.value("SELECT id FROM saved_mappings WHERE name = \(name)") ?? id
    }

    package func deleteMapping(_ id: SavedMapping.ID) throws -> Bool {
        try run("DELETE FROM saved_mappings WHERE id = \(id)") == 1
    }
}
