import LeadCore
import LeadFixtures
import Testing

@testable import LeadStore

/// What holds on either engine.
@Suite("A workspace's database")
struct DatabaseTests {
    @Test("Values are bound, never spliced, whatever they hold")
    func binding() async throws {
        let database = try Place()
        let hostile = "'; DROP TABLE settings; -- \u{0} \u{1F4A9} ? $1 \u{1}"
        try await database.write(as: .system) { tx in try tx.set(hostile, to: hostile) }
        // The one thing that PostgreSQL's texts cannot hold is a zero byte; there its replacement is found.
        let kept = TestEngine.isPostgres ? hostile.replacing("\u{0}", with: "\u{FFFD}") : hostile
        #expect(try await database.read { try $0.setting(hostile) } == kept)
    }

    @Test("Each kind of value comes back as it went, also its nothing")
    func values() async throws {
        let database = try Place()
        let blob = [UInt8](0...255)
        let found = try await database.read { snapshot in
            try snapshot.first(
                "SELECT \(Int64.min), \(Int64.max), \(-0.1), \("é"), \(""), \(blob), \([UInt8]()), \(true), \(false)"
            ) { row in
                #expect(try row.next() as Int64 == .min)
                #expect(try row.next() as Int64 == .max)
                #expect(try row.next() as Double == -0.1)
                #expect(try row.next() as String == "é")
                #expect(try row.next() as String == "")
                #expect(try row.next() as [UInt8] == blob)
                #expect(try row.next() as [UInt8] == [])
                #expect(try row.next() as Bool)
                return try row.next() as Bool
            }
        }
        #expect(found == false)
        let nothing = try await database.read { snapshot in
            try snapshot.first("SELECT \(nil as Int?), \(nil as String?), \(nil as [UInt8]?), \(nil as Bool?)") { row in
                [
                    try row.next() as Int? == nil, try row.next() as String? == nil, try row.next() as [UInt8]? == nil,
                    try row.next() as Bool? == nil,
                ]
            }
        }
        #expect(nothing == [true, true, true, true])
    }

    @Test("A long result is read in portions, and other statements run meanwhile")
    func scans() async throws {
        let database = try Place()
        let count = 12_345
        let sum = try await database.read { snapshot in
            var sum = 0
            try snapshot.each(
                """
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 12345)
                SELECT n FROM numbers ORDER BY n
                """
            ) { row in
                let n: Int = try row.next()
                sum += n % 1000 == 0 ? try snapshot.value("SELECT \(n) + 0") ?? 0 : n
            }
            return sum
        }
        #expect(sum == count * (count + 1) / 2)
    }

    @Test("X16: commands that read and then write at the same moment lose nothing, though two processes carry them out")
    func turns() async throws {
        let database = try Place()
        let both: [any Database] = [database, try database.reopened()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in 0..<120 {
                group.addTask {
                    try await both[n % 2].write(as: .system) { tx in
                        let before = try tx.read.setting("count").flatMap { Int($0) } ?? 0
                        try tx.set("count", to: String(before + 1))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.setting("count") } == "120")
    }

    @Test("D: who follows the ledger by its numbers misses no line, whoever commits when")
    func cursors() async throws {
        let database = try Place()
        let both: [any Database] = [database, try database.reopened()]
        let writers = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for n in 0..<150 {
                    group.addTask {
                        try await both[n % 2].write(as: .system) { tx in
                            _ = try tx.run(
                                """
                                INSERT INTO ledger (lead_id, kind, at, recorded_at, policy, details)
                                VALUES (\(Lead.ID(high: 0, low: UInt64(n))), 'moved', 0, 0, 1, '')
                                """
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        var seen: [Int64] = []
        while seen.count < 150 {
            let cursor = seen.last ?? 0
            seen += try await database.read { snapshot in
                try snapshot.all("SELECT seq FROM ledger WHERE seq > \(cursor) ORDER BY seq") { row in try row.next() }
            }
            if seen.count < 150 { await Task.yield() }
        }
        try await writers.value
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM ledger") } == 150)
    }

    @Test("A trial leaves nothing, and nobody sees it")
    func trials() async throws {
        let database = try Place()
        let found = try await database.trial(as: .system) { tx in
            try tx.set("a", to: "1")
            return try tx.read.setting("a")
        }
        #expect(found == "1")
        #expect(try await database.read { try $0.setting("a") } == nil)
    }

    @Test(
        "J6: any part of a name is found, whatever the case of its letters, and signs mean themselves or anything",
        arguments: [
            ("müLLER", true), ("Müller", true), ("acme gmbh", true), ("ME G", true), ("me", true), ("@ACME", true),
            ("+49 30", true), ("50% off", true), ("b\\c", true), ("nobody", false), ("'; --", false),
        ]
    )
    func search(part: String, isFound: Bool) async throws {
        let database = try Place()
        let id: Lead.ID = 7
        try await database.write(as: .system) { tx in
            try tx.index(id, "Grete Müller Acme GmbH grete@acme.example +49 30 123 50% off a\\b\\c")
        }
        let found = try await database.read { snapshot in
            try snapshot.value("SELECT COUNT(*) FROM (SELECT \(id) AS id) AS leads WHERE \(.leadsMatching(part))")
                as Int?
        }
        #expect(found == (isFound ? 1 : 0))
    }

    @Test("J6: a sum that fits no number is the nearest one that does, and otherwise exact")
    func totals() async throws {
        let database = try Place()
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
        let database = try Place()
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
        let database = try Place()
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
        let database = try Place()
        let pairs = try await database.read { snapshot in
            let numbers: SQL = "SELECT column1 FROM (VALUES (1), (2), (3)) AS numbers ORDER BY 1"
            return try snapshot.all(numbers) { outer in
                let left: Int = try outer.next()
                return try snapshot.all(numbers) { inner in left * 10 + (try inner.next() as Int) }
            }
        }
        #expect(pairs == [[11, 12, 13], [21, 22, 23], [31, 32, 33]])
    }

    @Test("A workspace written by a newer version is refused, not damaged")
    func newer() async throws {
        let database = try Place()
        try await database.write(as: .system) { tx in
            _ = try tx.run("INSERT INTO schema_version (number) VALUES (99)")
        }
        #expect(throws: StoreError.self) {
            try database.reopened()
        }
    }
}
