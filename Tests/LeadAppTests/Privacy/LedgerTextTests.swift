import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Words outside the ledger")
struct LedgerTextTests {
    /// A random life in which people type much, on a stage that is still there afterwards.
    private func life(seed: UInt64) async throws -> Stage {
        let stage = try await Stage()
        var anyReason = PolicyBody.standard
        (anyReason.rejectionReasons, anyReason.recycleReasons, anyReason.declineReasons) = ([], [], [])
        try await stage.app.perform(SetPolicy(body: anyReason), as: .system)
        let verbs = Verb.all + Verb.typing
        let known = Dictionary(uniqueKeysWithValues: verbs.map { ($0.name, $0) })
        for (number, deed) in Deed.sequence(of: 500, from: verbs, seed: seed).enumerated() {
            guard let verb = known[deed.verb] else { continue }
            stage.time.advance(.minutes(Int64(deed.wait)))
            var scene = Scene(stage, seed: deed.seed, deed.delivery, number: "\(number)")
            do { try await verb.act(&scene) } catch is Idle {}
        }
        return stage
    }

    @Test(
        "X2: whatever people type, the ledger holds none of it and folds all the same",
        arguments: [1, 2] as [UInt64]
    )
    func marker(seed: UInt64) async throws {
        let stage = try await life(seed: seed)
        let lines = try await stage.read { try $0.wholeDetails() }
        #expect(lines.count > 300)
        for line in lines where line.details.contains(Verb.marker) { Issue.record("\(line.kind): \(line.details)") }
        let kinds = Set(lines.filter { $0.details.contains("\"text:") }.map(\.kind))
        #expect(kinds.isSuperset(of: ["next_step_set", "moved"]))
        let told = try await stage.read { snapshot in try snapshot.everyEvent() }
        #expect(told.contains { $0.contains(Verb.marker) })
        try await stage.checkAll()
    }

    @Test(
        "X3, X20: erasing every typed word leaves the check clean and each figure the same",
        arguments: [4] as [UInt64]
    )
    func erased(seed: UInt64) async throws {
        let stage = try await life(seed: seed)
        let before = try await figures(stage)
        try await stage.app.database.write(as: .system) { tx in
            for id in try tx.read.all("SELECT id FROM leads", { row in try row.next() as Lead.ID }) {
                try tx.eraseTexts(of: id)
            }
            for id in try tx.read.all("SELECT id FROM opportunities", { row in try row.next() as Opportunity.ID }) {
                try tx.eraseTexts(of: id)
            }
            try tx.beginHistoryAnew()
        }
        #expect(try await figures(stage) == before)
        try await stage.checkAll()
        let told = try await stage.read { snapshot in
            let states: SQL = "SELECT COALESCE(next_step, '') || COALESCE(reason, '') FROM leads"
            return try snapshot.everyEvent() + snapshot.all(states) { row in try row.next() as String }
        }
        #expect(!told.contains { $0.contains(Verb.marker) })
        #expect(told.contains { $0.contains(LedgerText.erased) })
    }

    /// Every report, typed words aside: losses are told by them, so there only what they come to.
    private func figures(_ stage: Stage) async throws -> [String: [String]] {
        var figures: [String: [String]] = [:]
        for name in ReportName.allCases {
            let answer = try await stage.app.fetch(FetchReport(name), as: .system).report
            figures[name.rawValue] = answer.tables.map { table in
                name == .losses ? "\(table.rows.map(Self.losses).reduce(0, +))" : "\(table.title) \(table.rows)"
            }
        }
        return figures
    }

    private static func losses(_ row: [ReportTable.Cell]) -> Int {
        row.reduce(0) { sum, cell in if case .count(let count) = cell { sum + count } else { sum } }
    }

    @Test("X2: the lead says what was typed, the same words are kept once, and a listed reason is no text")
    func words() async throws {
        let place = try await Workplace()
        let id = try await place.lead()
        let next = NextStep(what: "Ring Grace after lunch", dueAt: place.now + .days(1))
        try await place.app.perform(SetNextStep(lead: id, next: next), as: Workplace.boss)
        try await place.app.perform(RejectLead(lead: id, reason: "No budget"), as: Workplace.boss)
        try await place.app.perform(ReopenLead(lead: id, reason: "Ring Grace after lunch"), as: Workplace.boss)
        let detail = try await place.detail(id)
        let events = detail.events.map(\.event)
        #expect(events.contains(.nextStepSet(next)))
        #expect(detail.lead.reason == "Ring Grace after lunch")
        let kept = try await place.app.database.read { snapshot in
            try snapshot.all("SELECT words FROM ledger_texts") { row in try row.next() as String }
        }
        #expect(kept == ["Ring Grace after lunch"])
        let lines = try await place.app.database.read { try $0.wholeDetails() }
        #expect(lines.contains { $0.details.contains("\"No budget\"") })
    }

    @Test("A6: undoing an import takes back the words that it brought, and no others")
    func unnamed() async throws {
        let place = try await Workplace()
        let id = try await place.lead()
        let step = NextStep(what: "Mine", dueAt: place.now + .days(1))
        try await place.app.perform(SetNextStep(lead: id, next: step), as: Workplace.boss)
        let seq = try await place.app.database.read { try $0.ledger(of: id).last?.seq ?? 0 }
        let before = try await place.detail(id).lead
        let other = NextStep(what: "Theirs", dueAt: place.now + .days(2))
        try await place.app.perform(SetNextStep(lead: id, next: other), as: Workplace.boss)
        try await place.app.database.write(as: .system) { tx in
            var lead = before
            lead.version = try #require(try tx.read.lead(id)).version
            try tx.rewind(lead, before: seq + 1, removing: [.nextStepSet(other)], keeping: [])
        }
        let kept = try await place.app.database.read { snapshot in
            try snapshot.all("SELECT words FROM ledger_texts") { row in try row.next() as String }
        }
        #expect(kept == ["Mine"])
        #expect(try await place.check().holds)
    }
}

extension Snapshot {
    func wholeDetails() throws -> [(kind: String, details: String)] {
        try all("SELECT kind, details FROM ledger ORDER BY seq") { row in (try row.next(), try row.next()) }
    }

    /// Every event as it is told, words and all.
    fileprivate func everyEvent() throws -> [String] {
        var told: [String] = []
        try eachLeadLedger { _, lines in told += try lines.map { "\(try $0.leadEvent())" } }
        try eachOpportunityLedger { _, lines in told += try lines.map { "\(try $0.opportunityEvent())" } }
        return told
    }
}
