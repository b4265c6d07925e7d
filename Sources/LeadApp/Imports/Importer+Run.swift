import LeadCore
package import LeadStore

extension Importer {
    /// Carries out an import to its end, or until the task is cancelled or a fault stops it; it can go on later.
    ///
    /// Two runs of the same import do not harm each other: the one that comes second to a part stops.
    @discardableResult
    package func run(
        _ id: Import.ID,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportRecord {
        var record = try await record(id, as: .system)
        guard record.state == .running else { return record }
        let actor = try await actor(of: record)
        do {
            try await carryOut(&record, as: actor, progress)
        } catch is CancellationError {
            return record
        } catch let refusal as Refusal where refusal.code == "import_moved_on" {
            throw refusal
        } catch {
            let sentence = (error as? Refusal)?.sentence ?? "\(error)"
            try await app.perform(SetImportState(id: id, state: .failed, error: sentence), as: .system)
            throw error
        }
        return record
    }

    /// Takes up the imports and undos that a stopped process left, oldest first.
    ///
    /// One that fails says so in its own state and does not keep the others from going on.
    package func resume() async throws {
        let (running, undoing) = try await app.database.read { snapshot in
            (try snapshot.imports(.running), try snapshot.imports(.undoing))
        }
        for id in running { _ = try? await run(id) }
        for id in undoing { _ = try? await undo(id, as: .system) }
    }

    private func carryOut(
        _ record: inout ImportRecord,
        as actor: Actor,
        _ progress: @Sendable (ImportProgress) -> Void
    ) async throws {
        let mapping = try JSON.value(ImportMapping.self, from: record.mapping)
        let began = ContinuousClock.now
        let before = record.worked
        let reader = try await SheetReader.open(file(of: record.id), mapping, skipping: record.rowsDone)
        while record.state == .running {
            try Task.checkCancellation()
            let rows = try await reader.next(min(Self.partSize, record.rowsTotal - record.rowsDone))
            guard !rows.isEmpty else {
                throw Refusal.unreadable("The file has fewer rows than when the import began.")
            }
            let worked = before + Span(began.duration(to: .now))
            record = try await app.perform(ImportPart(id: record.id, rows: rows, worked: worked), as: actor)
            progress(ImportProgress(record))
        }
    }

    /// Who began it, so that what it does is done in their name.
    private func actor(of record: ImportRecord) async throws -> Actor {
        guard let id = record.createdBy else { return .system }
        let user = try await app.database.read { snapshot in try snapshot.user(id) }
        return user.map { Actor(user: id, role: $0.role) } ?? .system
    }
}
