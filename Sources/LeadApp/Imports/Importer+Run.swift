import Foundation
import LeadCore
package import LeadStore

extension Importer {
    /// Carries out an import to its end, or until the task is cancelled or a fault stops it; it can go on later.
    ///
    /// Two runs of the same import do not harm each other: the one that comes second to a part leaves it to the other and answers
    /// how far that is.
    @discardableResult
    package func run(
        _ id: Import.ID,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportRecord {
        var record = try await record(id, as: .system)
        guard record.state == .running else { return record }
        let actor = try await app.fetch(ImportStarter(id: id), as: .system)
        do {
            try await carryOut(&record, as: actor, progress)
        } catch is CancellationError {
            return record
        } catch let refusal as Refusal where refusal.code == "import_moved_on" || refusal == .changedMeanwhile {
            return try await self.record(id, as: .system)
        } catch {
            try await note(error, of: id)
            throw error
        }
        return record
    }

    /// What went wrong while imports were carried on.
    package struct Fault: Sendable {
        /// Nil when it could not even be told which imports there are.
        package var id: Import.ID?
        package var error: String
    }

    /// Takes up the imports and undos that wait to be carried on, oldest first.
    ///
    /// One that fails says so in its own record and does not keep the others from going on.
    ///
    /// - Parameter includesBusy: also those that another process may be working on.
    package func resume(includesBusy: Bool = true) async -> [Fault] {
        var faults: [Fault] = []
        func attempt(_ id: Import.ID?, _ work: () async throws -> Void) async {
            do { try await work() } catch is CancellationError {} catch {
                faults.append(Fault(id: id, error: "\(error)"))
            }
        }
        await attempt(nil) {
            let waiting = try await app.fetch(UnfinishedImports(includesBusy: includesBusy), as: .system)
            for id in waiting.running where isHere(id) { await attempt(id) { _ = try await run(id) } }
            for id in waiting.undoing { await attempt(id) { _ = try await undo(id, as: .system) } }
        }
        return faults
    }

    /// Whether this process has the file of an import, which another machine may have taken in.
    private func isHere(_ id: Import.ID) -> Bool {
        !app.database.isShared || FileManager.default.fileExists(atPath: file(of: id))
    }

    /// Keeps what went wrong where people see it: on the import.
    func note(_ error: any Error, of id: Import.ID) async throws {
        let refusal = error as? Refusal
        let sentence = refusal?.sentence ?? "\(error)"
        try await app.perform(NoteImportFault(id: id, sentence: sentence, isFinal: refusal != nil), as: .system)
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
}
