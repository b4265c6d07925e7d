package import LeadCore
package import LeadStore

extension Importer {
    /// Takes back what an import did, the last row first, as far as nobody has built on it since; what stays says why.
    ///
    /// It can be stopped anywhere and called again. Ledger lines of the import go; submissions stay, as rejected.
    @discardableResult
    package func undo(_ id: Import.ID, as actor: Actor) async throws -> ImportRecord {
        var record = try await record(id, as: actor)
        if record.state != .undoing {
            record = try await app.perform(SetImportState(id: id, state: .undoing), as: actor)
        }
        var next: Int? = record.rowsTotal + 1
        while let before = next {
            try Task.checkCancellation()
            let part = try await app.perform(UndoPart(id: id, before: before, limit: Self.partSize), as: actor)
            next = part.next
        }
        return try await app.perform(SetImportState(id: id, state: .undone), as: actor)
    }
}
