import Foundation
import LeadCore
import Testing

@testable import LeadStore

@Suite("SQLite workspace")
struct SQLiteDatabaseTests {
    private func workspace() throws -> (SQLiteDatabase, URL) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(path: folder.appending(path: "w.sqlite").path) { Instant(milliseconds: 1000) }
        return (database, folder)
    }

    @Test("X16: nothing is acknowledged once the file is deleted or replaced", arguments: [false, true])
    func lostFile(replaced: Bool) async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await database.write(as: .system) { tx in try tx.set("a", to: "1") }
        let path = folder.appending(path: "w.sqlite").path
        if replaced {
            try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: path + ".copy", toPath: path)
        } else {
            try FileManager.default.removeItem(atPath: path)
        }
        await #expect(throws: StoreError.fileLost) {
            try await database.write(as: .system) { tx in try tx.set("b", to: "2") }
        }
    }

    @Test("J6: a file that is no database, or that may not be written, is told in one sentence")
    func unusable() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "w.sqlite").path
        try Data(String(repeating: "garbage ", count: 1000).utf8).write(to: URL(filePath: path))
        #expect {
            try SQLiteDatabase(path: path) { Instant(milliseconds: 1000) }
        } throws: { error in
            guard case StoreError.cannotOpen(let sentence) = error else { return false }
            return sentence.contains("no SQLite database")
        }
        #expect {
            try SQLiteDatabase(path: folder.appending(path: "none/w.sqlite").path) { Instant(milliseconds: 1000) }
        } throws: { error in
            guard case StoreError.cannotOpen = error else { return false }
            return true
        }
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

}
