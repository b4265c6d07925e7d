import Foundation
import LeadCore
import LeadStore
import Testing

@Suite("SQLite workspace")
struct SQLiteDatabaseTests {
    private func workspace() throws -> (SQLiteDatabase, URL) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(path: folder.appending(path: "w.sqlite").path) { Instant(milliseconds: 1000) }
        return (database, folder)
    }

    @Test("Values are bound, never spliced, whatever they hold")
    func binding() async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        let hostile = "'; DROP TABLE settings; -- \u{0} \u{1F4A9}"
        try await database.write(as: .system) { tx in try tx.set(hostile, to: "kept") }
        #expect(try await database.read { try $0.setting(hostile) } == "kept")
    }

    @Test("What throws in a transaction leaves nothing; what shares its commit is kept")
    func groupCommit() async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        struct Stop: Error {}
        await withTaskGroup(of: Void.self) { group in
            for n in 0..<200 {
                group.addTask {
                    try? await database.write(as: .system) { tx in
                        try tx.set("n\(n)", to: "x")
                        if n % 3 == 0 { throw Stop() }
                    }
                }
            }
        }
        let kept = try await database.read { snapshot in
            try (0..<200).filter { try snapshot.setting("n\($0)") != nil }
        }
        #expect(kept == (0..<200).filter { $0 % 3 != 0 })
    }

    @Test("Ids sort by the time they were made, also within a millisecond")
    func ids() async throws {
        let maker = IDMaker()
        let ids: [Identifier<Lead>] = (0..<10_000).map { n in
            maker.next(at: Instant(milliseconds: 5000 + Int64(n) / 5000))
        }
        let sorted = zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }
        #expect(sorted)
        let first = try #require(ids.first)
        #expect(Identifier<Lead>(first.description) == first)
        #expect(first.description.dropFirst(14).first == "7")
    }

    @Test("A workspace written by a newer version is refused, not damaged")
    func newer() async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await database.write(as: .system) { tx in
            _ = try tx.run("INSERT INTO schema_version (number) VALUES (99)")
        }
        #expect(throws: StoreError.self) {
            try SQLiteDatabase(path: folder.appending(path: "w.sqlite").path) { Instant(milliseconds: 0) }
        }
    }
}
