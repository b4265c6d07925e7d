import Foundation
package import LeadCore
package import LeadStore

/// Imports files into a workspace: keeps them, looks at them, tries them, carries them out, and goes on after a stop.
///
///     let draft = try await importer.keep("/tmp/upload", name: "fair.csv", mapping: ImportMapping(), as: actor)
///     let preview = try await importer.preview(draft.id, as: actor)      // and remap, until it is right
///     let trial = try await importer.dryRun(draft.id, as: actor)
///     try await importer.start(draft.id, as: actor)
///     let result = try await importer.run(draft.id) { progress in … }
///
/// A file is kept as `<folder>/<id>.csv`, byte for byte, so that an import needs nothing from whoever began it.
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

    /// Copies a file into the workspace's folder and registers it as a draft.
    ///
    /// - Parameter name: what the file is called for people.
    package func keep(
        _ path: String,
        name: String,
        mapping: ImportMapping,
        as actor: Actor
    ) async throws -> ImportRecord {
        try actor.require(.importData)
        let id: Import.ID = IDMaker().next(at: app.clock())
        let kept = file(of: id)
        try await offPool { [folder] in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: path, toPath: kept)
        }
        do {
            return try await draft(id, name, mapping, as: actor)
        } catch {
            try? FileManager.default.removeItem(atPath: kept)
            throw error
        }
    }

    /// Changes how a draft is to be read.
    package func remap(_ id: Import.ID, _ mapping: ImportMapping, as actor: Actor) async throws -> ImportRecord {
        try await draft(id, try await record(id, as: actor).file, mapping, as: actor)
    }

    /// How the file is written, its first rows, and the mapping that would be used.
    package func preview(_ id: Import.ID, as actor: Actor) async throws -> ImportPreview {
        let record = try await record(id, as: actor)
        let known = record.statusWords.map { (FileFacts(hash: record.fileHash, rows: record.rowsTotal), words: $0) }
        return try await preview(id, try JSON.value(from: record.mapping), known: known)
    }

    /// What the import would do now; nothing of it is kept.
    package func dryRun(_ id: Import.ID, as actor: Actor) async throws -> DryRun {
        let record = try await record(id, as: actor)
        let mapping = try JSON.value(ImportMapping.self, from: record.mapping)
        let rows = try await SheetReader.open(file(of: id), mapping).next(Self.mostTried)
        return try await app.tryOut(TryImport(rows: rows, record: record, mapping: mapping), as: actor)
    }

    /// Lets a draft, or an import that a fault has stopped, be carried out by `run`.
    @discardableResult
    package func start(_ id: Import.ID, as actor: Actor) async throws -> ImportRecord {
        try await app.perform(SetImportState(id: id, state: .running), as: actor)
    }

    /// Forgets a draft and its file.
    package func discard(_ id: Import.ID, as actor: Actor) async throws {
        try await app.perform(DiscardImport(id: id), as: actor)
        try? FileManager.default.removeItem(atPath: file(of: id))
    }

    func file(of id: Import.ID) -> String {
        "\(folder)/\(id).csv"
    }

    func record(_ id: Import.ID, as actor: Actor) async throws -> ImportRecord {
        try await app.fetch(ImportStatus(id: id), as: actor).record
    }

    private func draft(
        _ id: Import.ID,
        _ name: String,
        _ mapping: ImportMapping,
        as actor: Actor
    ) async throws -> ImportRecord {
        let preview = try await preview(id, mapping)
        let draft = DraftImport(
            id: id,
            file: name,
            facts: preview.facts,
            header: preview.header,
            mapping: preview.mapping,
            statusWords: preview.statusWords
        )
        return try await app.perform(draft, as: actor)
    }

    /// - Parameter known: what is known of the whole file already, so that nobody reads all of it again.
    private func preview(
        _ id: Import.ID,
        _ mapping: ImportMapping,
        known: (FileFacts, words: [String: Int])? = nil
    ) async throws -> ImportPreview {
        let policy = try await app.fetch(CurrentPolicy(), as: .system)
        return try await offPool { [path = file(of: id)] in
            try ImportPreview(path: path, mapping: mapping, policy: policy, known: known)
        }
    }
}
