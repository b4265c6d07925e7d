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

    @Test("Values are bound, never spliced, whatever they hold")
    func binding() async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        let hostile = "'; DROP TABLE settings; -- \u{0} \u{1F4A9}"
        try await database.write(as: .system) { tx in try tx.set(hostile, to: "kept") }
        #expect(try await database.read { try $0.setting(hostile) } == "kept")
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

    @Test("J6: a sum that fits no number is the nearest one that does, and otherwise exact")
    func totals() async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        let cases: [([Int64], Int64)] = [
            ([.max, .max, 5], .max), ([.min, .min], .min), ([], 0), ([Int64.max - 1, 1], .max),
            ([1_000_000_000_000_000, 999_999_999, 1], 1_000_001_000_000_000), ([-1_500_000_000, 7], -1_499_999_993),
        ]
        for (amounts, sum) in cases {
            let found = try await database.write(as: .system) { tx in
                try tx.run("DELETE FROM products")
                try tx.run("DELETE FROM product_classes")
                let id: ProductClass.ID = tx.newID()
                try tx.insertProductClass(id, name: "Class", defaultValue: nil)
                for (index, minor) in amounts.enumerated() {
                    let money = Money(minor: minor, currency: "EUR")
                    try tx.insertProduct(tx.newID(), of: id, name: "P\(index)", price: money)
                }
                return try tx.read.first("SELECT \(Total.columns(of: "price")) FROM products") { row in
                    try Total(&row).value
                }
            }
            #expect(found == sum, "\(amounts)")
        }
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

    @Test("A part that fails after writing is undone alone, whether or not its neighbours made the writer careful")
    func parts() async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        struct Stop: Error {}
        for n in 0..<40 {
            try await database.write(as: .system) { tx in
                try tx.set("before \(n)", to: "x")
                let part = Result {
                    try tx.savepoint {
                        if n % 3 > 0 { try tx.set("part \(n)", to: "x") }
                        if n % 3 > 1 { throw Stop() }
                    }
                }
                try tx.set("after \(n)", to: (try? part.get()) == nil ? "failed" : "done")
            }
        }
        for n in 0..<40 {
            let (before, part, after) = try await database.read { snapshot in
                try (snapshot.setting("before \(n)"), snapshot.setting("part \(n)"), snapshot.setting("after \(n)"))
            }
            #expect(before == "x")
            #expect(part == (n % 3 == 1 ? "x" : nil))
            #expect(after == (n % 3 == 2 ? "failed" : "done"))
        }
    }

    @Test("A statement may run again while its own rows are being read")
    func nested() async throws {
        let (database, folder) = try workspace()
        defer { try? FileManager.default.removeItem(at: folder) }
        let pairs = try await database.read { snapshot in
            let numbers: SQL = "SELECT column1 FROM (VALUES (1), (2), (3)) ORDER BY 1"
            return try snapshot.all(numbers) { outer in
                let left: Int = try outer.next()
                return try snapshot.all(numbers) { inner in left * 10 + (try inner.next() as Int) }
            }
        }
        #expect(pairs == [[11, 12, 13], [21, 22, 23], [31, 32, 33]])
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
