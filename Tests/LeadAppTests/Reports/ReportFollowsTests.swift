import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Synchronization
import Testing

@Suite("Reports follow what changes")
struct ReportFollowsTests {
    private func rows(_ question: FetchReport, _ place: Workplace) async throws -> [[String: ReportTable.Cell]] {
        let table = try #require(try await place.app.fetch(question, as: .system).report.tables.first)
        return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.key), $0)) }
    }

    @Test("I1: a renamed source is one row under its new name, at once, and its old name is refused")
    func rename() async throws {
        let place = try await Workplace()
        try await place.capture()
        var question = FetchReport(.sources)
        #expect(try await rows(question, place).map { $0["source"] } == [.text("Web form")])
        let source = try await place.app.database.read { snapshot in try snapshot.source(named: "Web form") }
        _ = try await place.app.perform(SaveSource(source: source, name: "Our pages"), as: .system)
        #expect(try await rows(question, place).map { $0["source"] } == [.text("Our pages")])
        try await place.capture {
            $0.company = "Second"
            $0.email = "b@x.example"
            $0.source = "Our pages"
        }
        let both = try await rows(question, place)
        #expect(both.map { $0["source"] } == [.text("Our pages")])
        #expect(both.map { $0["leads"] } == [.count(2)])
        question.sources = ["Our pages"]
        #expect(try await rows(question, place).map { $0["leads"] } == [.count(2)])
        question.sources = ["Web form"]
        await #expect { try await rows(question, place) } throws: {
            ($0 as? Refusal)?.issues.map(\.pointer) == ["/source"]
        }
        question.sources = []
        question.owner = .person(4711)
        await #expect { try await rows(question, place) } throws: {
            ($0 as? Refusal)?.issues.map(\.pointer) == ["/owner"]
        }
    }

    @Test("J1: a campaign's cost counts as soon as it is changed, and is gone when it is taken away")
    func cost() async throws {
        let place = try await Workplace()
        let campaign = try await place.app.perform(SaveCampaign(name: "Spring"), as: .system).campaign
        try await place.capture { $0.campaign = "Spring" }
        for cost in [Money(minor: 900_00, currency: "EUR"), Money(minor: 50_000, currency: "JPY"), nil] {
            _ = try await place.app.perform(SaveCampaign(campaign: campaign, name: "Spring", cost: cost), as: .system)
            let row = try #require(
                try await rows(FetchReport(.campaigns), place).first { $0["campaign"] == .text("Spring") }
            )
            #expect(row["cost"] == (cost.map { .money(Amounts([$0])) } ?? ReportTable.Cell.none))
        }
    }

    @Test("F5: expected values are summed per currency, and amounts without one are in the workspace's")
    func currencies() async throws {
        let place = try await Workplace()
        var policy = PolicyBody.standard
        policy.currency = "CHF"
        try await place.app.perform(SetPolicy(body: policy), as: .system)
        for (n, money) in [Money(minor: 10_000, currency: "CHF"), Money(minor: 700, currency: "JPY"), nil].enumerated()
        {
            try await place.capture {
                $0.company = "Firm \(n)"
                $0.email = "p\(n)@x.example"
                $0.owner = "Fay Field"
                $0.value = money
            }
        }
        let row = try #require(try await rows(FetchReport(.custody), place).first)
        #expect(row["open"] == .count(3))
        #expect(
            // New and without a grade: five in a hundred become sales.
            row["value"] == .money(Amounts([Money(minor: 500, currency: "CHF"), Money(minor: 35, currency: "JPY")]))
        )
        let csv = ReportText(zone: .utc).csv(try await place.app.fetch(FetchReport(.custody), as: .system).report)
        #expect(csv.contains("5.00 CHF + 35 JPY"))
    }

    @Test("X: a reader who waited with an older snapshot is answered from the newer columns, which stay")
    func waiting() async throws {
        let place = try await Workplace()
        try await place.capture()
        let (feed, policy) = (InsightFeed(), try PolicyBody.standard.policy(version: 1))
        let (opened, isOpen) = AsyncStream<Void>.makeStream()
        let gate = Gate()
        let older = Task {
            try await place.app.database.read { snapshot in
                _ = try snapshot.historyCursor()
                isOpen.finish()
                gate.wait()
                return try feed.ask(snapshot, policy) { $0.leads.count }
            }
        }
        for await _ in opened {}
        try await place.capture {
            $0.company = "Second"
            $0.email = "b@x.example"
        }
        let newer = try await place.app.database.read { snapshot in try feed.ask(snapshot, policy) { $0.leads.count } }
        #expect(newer == 2)
        gate.open()
        #expect(try await older.value == 2)
    }
}

/// Holds a reader's thread, which has nothing else to do, until the test has done what must come first.
private final class Gate: Sendable {
    private let lock = Mutex(false)

    func open() {
        lock.withLock { $0 = true }
    }

    func wait() {
        while !lock.withLock({ $0 }) {}
    }
}
