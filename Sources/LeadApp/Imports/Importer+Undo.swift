package import LeadCore
package import LeadStore

extension Importer {
    /// Takes back what an import did, the last row first, as far as nobody has built on it since; what stays says why.
    ///
    /// It can be stopped anywhere and called again, and be carried out by two processes at once. Ledger lines of the import go;
    /// submissions stay, as rejected.
    @discardableResult
    package func undo(_ id: Import.ID, as actor: Actor) async throws -> ImportRecord {
        let record = try await record(id, as: actor)
        if record.state != .undoing { try await app.perform(SetImportState(id: id, state: .undoing), as: actor) }
        do {
            return try await takeBack(record, as: actor)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // Another process may have come to the end first.
            let present = try await self.record(id, as: actor)
            if present.state == .undone { return present }
            try await note(error, of: id)
            throw error
        }
    }

    private func takeBack(_ record: ImportRecord, as actor: Actor) async throws -> ImportRecord {
        var next: Int? = record.rowsTotal + 1
        while let before = next {
            try Task.checkCancellation()
            next = try await app.perform(UndoPart(id: record.id, before: before, limit: Self.partSize), as: actor).next
        }
        return try await app.perform(SetImportState(id: record.id, state: .undone), as: actor)
    }
}
