import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Testing

@Suite("The demo world")
struct DemoWorldTests {
    private static let end = Instant(milliseconds: 1_790_000_000_000)

    @Test("the same seed tells the same story, and another seed another one")
    func determinism() async throws {
        let first = try await ledger(seed: 7)
        #expect(try await ledger(seed: 7) == first)
        #expect(try await ledger(seed: 8) != first)
    }

    @Test("every promise of the house holds after two years", arguments: [1, 2, 3] as [UInt64])
    func invariants(seed: UInt64) async throws {
        try await withWorld(seed: seed) { app in
            let check = try await app.fetch(CheckInvariants(), as: .system)
            for finding in check.findings {
                #expect(finding.violations.isEmpty, "\(finding.invariant)")
                #expect(finding.checked > 0, "\(finding.invariant)")
            }
        }
    }

    @Test("every page has something to show: each status, outcome and stage is there")
    func variety() async throws {
        try await withWorld(seed: 1, leads: 300) { app in
            let found = try await app.database.read { snapshot in
                (
                    statuses: Set(
                        try snapshot.all("SELECT DISTINCT status FROM leads") { row in try row.next() as String }
                    ),
                    quarantined: try snapshot.submissions(.quarantined, before: nil, limit: 100).count,
                    joined: try snapshot.submissions(.joined, before: nil, limit: 100).count
                )
            }
            #expect(found.statuses == Set(LeadProcess.standard.steps.map(\.status.rawValue)))
            #expect(found.quarantined > 0)
            #expect(found.joined > 0)
        }
    }

    @Test("an inside seller has something overdue, something due and something new, whatever the day", arguments: 0..<7)
    func today(day: Int) async throws {
        let end = Self.end + .days(Int64(day))
        try await withWorld(seed: 1, end: end) { app in
            let people = try await app.fetch(PeopleList(), as: .system)
            for seller in people where seller.role == .insideSales {
                let today = try await app.fetch(Today(), as: Actor(user: seller.id, role: seller.role))
                #expect(!today.overdue.isEmpty, "\(seller.name)")
                #expect(!today.new.isEmpty, "\(seller.name)")
            }
            let maria = try #require(people.first { $0.email == "maria@demo.baton.example" })
            let work = try await app.fetch(Today(), as: Actor(user: maria.id, role: maria.role))
            #expect(!work.dueToday.isEmpty)
        }
    }

    private func withWorld(
        seed: UInt64,
        leads: Int = 60,
        end: Instant = DemoWorldTests.end,
        _ body: (App) async throws -> Void
    ) async throws {
        let path = NSTemporaryDirectory() + "baton-demo-\(UUID().uuidString).sqlite"
        defer {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            TestEngine.remove(path)
        }
        try await DemoWorld(seed: seed, leads: leads, end: end).fill(TestEngine.place(path))
        try await body(try await App.open(TestEngine.place(path)) { end })
    }

    /// The ledger line by line, with each id replaced by the order in which it first appears: ids are made by chance.
    private func ledger(seed: UInt64) async throws -> [String] {
        var lines: [String] = []
        try await withWorld(seed: seed) { app in
            var names: [Substring: Int] = [:]
            for line in try await app.database.read({ try $0.wholeLedger() }) {
                let text = line.replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) { match in
                    let number = names[match.output.0, default: names.count]
                    names[match.output.0] = number
                    return "#\(number)"
                }
                lines.append(text)
            }
        }
        return lines
    }
}

extension Snapshot {
    fileprivate func wholeLedger() throws -> [String] {
        try all("SELECT kind, at, policy, details FROM ledger ORDER BY seq") { row in
            "\(try row.next() as String) \((try row.next() as Instant).milliseconds) \(try row.next() as Int) \(try row.next() as String)"
        }
    }
}
