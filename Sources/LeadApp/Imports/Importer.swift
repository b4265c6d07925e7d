import Foundation
package import LeadCore
package import LeadStore

/// Imports files into a workspace: looks at them, tries them, carries them out in the background, and goes on after a stop.
///
/// A file that is started is kept as `<folder>/<id>.csv`, byte for byte, so that an import needs nothing from whoever began it.
package struct Importer: Sendable {
    package let app: App
    package let folder: String
    /// Rows in one transaction: other writers wait no longer than these take.
    static let partSize = 250
    /// A dry run holds the writer for as long as it takes, so it looks at no more rows than this.
    static let mostTried = 10_000

    package init(app: App, folder: String) {
        self.app = app
        self.folder = folder
    }

    /// How the file is written, its first rows, and the mapping that would be used.
    package func preview(_ path: String, mapping: ImportMapping, as actor: Actor) async throws -> ImportPreview {
        try actor.require(.importData)
        let policy = try await app.database.read { [policies = app.policies] snapshot in try policies.current(snapshot)
        }
        return try await offPool { try ImportPreview(path: path, mapping: mapping, policy: policy) }
    }

    /// What an import of the file would do now; nothing of it is kept.
    package func dryRun(_ path: String, _ preview: ImportPreview, as actor: Actor) async throws -> DryRun {
        if let problem = preview.problem { throw problem }
        let rows = try await SheetReader.open(path, preview.mapping).next(Self.mostTried)
        let attempt = TryImport(rows: rows, header: preview.header, mapping: preview.mapping, facts: preview.facts)
        do {
            try await app.perform(attempt, as: actor)
        } catch let result as DryRun {
            return result
        }
        throw Refusal(.conflict, "dry_run_ended", "The trial ended without a result.")
    }

    /// Keeps the file and registers its import; `run` carries it out.
    ///
    /// - Parameter name: what the file is called for people.
    package func start(
        _ path: String,
        name: String,
        _ preview: ImportPreview,
        as actor: Actor
    ) async throws -> ImportRecord {
        if let problem = preview.problem { throw problem }
        try actor.require(.importData)
        let id: Import.ID = IDMaker().next(at: app.clock())
        let kept = file(of: id)
        try await offPool { [folder] in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: path, toPath: kept)
        }
        let start = StartImport(
            id: id,
            file: name,
            facts: preview.facts,
            header: preview.header,
            mapping: preview.mapping
        )
        return try await app.perform(start, as: actor)
    }

    /// Carries out an import to its end, or until the task is cancelled or a fault stops it; it can go on later.
    package func run(
        _ id: Import.ID,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportProgress {
        guard var record = try await record(id) else { throw Refusal.notFound("import") }
        let actor = try await self.actor(of: record)
        if record.state == .failed {
            try await app.perform(SetImportState(id: id, state: .running), as: actor)
            record.state = .running
        }
        guard record.state == .running else { return ImportProgress(record) }
        do {
            try await carryOut(&record, as: actor, progress)
        } catch is CancellationError {
            return ImportProgress(record)
        } catch {
            let sentence = (error as? Refusal)?.sentence ?? "\(error)"
            try await app.perform(SetImportState(id: id, state: .failed, error: sentence), as: actor)
            throw error
        }
        return ImportProgress(record)
    }

    /// Takes up the imports and undos that a stopped process left, oldest first.
    package func resume() async throws {
        let running = try await app.database.read { snapshot in
            try snapshot.imports(.running)
        }
        for id in running { _ = try await run(id) }
    }

    private func carryOut(
        _ record: inout ImportRecord,
        as actor: Actor,
        _ progress: @Sendable (ImportProgress) -> Void
    ) async throws {
        let mapping = try JSON.value(ImportMapping.self, from: record.mapping)
        let clock = ContinuousClock()
        var since = clock.now
        let reader = try await SheetReader.open(file(of: record.id), mapping, skipping: record.rowsDone)
        while record.state == .running {
            try Task.checkCancellation()
            let rows = try await reader.next(min(Self.partSize, record.rowsTotal - record.rowsDone))
            guard !rows.isEmpty else { throw Refusal.unreadable("The file has fewer rows than when the import began.") }
            let worked = Span(since.duration(to: clock.now))
            since = clock.now
            record = try await app.perform(ImportPart(id: record.id, rows: rows, worked: worked), as: actor)
            progress(ImportProgress(record))
        }
    }

    func file(of id: Import.ID) -> String {
        "\(folder)/\(id).csv"
    }

    func record(_ id: Import.ID) async throws -> ImportRecord? {
        try await app.database.read { snapshot in try snapshot.importRecord(id) }
    }

    /// Who began it, so that what it does is done in their name.
    func actor(of record: ImportRecord) async throws -> Actor {
        guard let id = record.createdBy else { return .system }
        let user = try await app.database.read { snapshot in try snapshot.user(id) }
        return user.map { Actor(user: id, role: $0.role) } ?? .system
    }
}

extension Span {
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
