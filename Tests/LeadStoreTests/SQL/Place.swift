import Foundation
import LeadCore
import LeadFixtures

@testable import LeadStore

/// A database of a test's own on the engine under test, which goes when the test is over.
///
/// It is the database itself, so that it lives as long as that is used.
final class Place: Database {
    private let database: any Database
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try Self.open(folder)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
        TestEngine.remove(Self.path(folder))
    }

    /// The same workspace as another process would open it.
    func reopened() throws -> any Database {
        try Self.open(folder)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Snapshot) throws -> T) async throws -> T {
        try await database.read(body)
    }

    func write<T: Sendable>(
        as actor: Actor,
        at now: Instant?,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await database.write(as: actor, at: now, body)
    }

    func trial<T: Sendable>(
        as actor: Actor,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await database.trial(as: actor, body)
    }

    private static func open(_ folder: URL) throws -> any Database {
        try TestEngine.place(path(folder)).open { Instant(milliseconds: 1000) }
    }

    private static func path(_ folder: URL) -> String {
        folder.appending(path: "w.sqlite").path
    }
}
