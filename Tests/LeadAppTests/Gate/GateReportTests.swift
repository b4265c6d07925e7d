import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

/// The report against the ledger read line by line, without any column.
@Suite("What the gate tells of wins")
struct GateReportTests {
    /// What a lead's ledger says of its way to sales.
    private struct Plain {
        var version: Int?
        var levels = Qualification()
        var grade: Grade?
        var isWithSales = false
        var isAccepted = false
        var isWon = false
        var isLost = false
    }

    /// Leads of all strengths are handed off, declined, accepted, converted, won and lost, under two gates.
    private func market(_ bench: ImportBench, seed: UInt64) async throws {
        let (workplace, app) = (bench.workplace, bench.workplace.app)
        var random = Dice(seed: seed)
        let strengths: [Level] = [.medium, .high]
        for number in 0..<40 {
            if number == 20 {
                var body = try await app.fetch(PolicyInForce(), as: .system).body
                body.gate.minimum.levels[.money] = .low
                try await app.perform(SetPolicy(body: body), as: .system)
            }
            let id = try await workplace.lead("Person \(number)", "Company \(number)")
            var levels = ["need": strengths, "urgency": [.low] + strengths, "fit": strengths]
                .mapValues { $0.randomElement(using: &random) ?? .high }
            if number >= 20 { levels["money"] = .high }
            let boss = Workplace.boss
            try await app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: boss)
            workplace.advance(.minutes(7))
            let way = Int.random(in: 0..<5, using: &random)
            if way == 0 { continue }
            if way > 1 {
                try await app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: boss)
                workplace.advance(.minutes(7))
                if Bool.random(using: &random) {
                    try await app.perform(DeclineLead(lead: id, reason: "Too small"), as: boss)
                    let more = QualifyLead(lead: id, levels: ["authority": .high])
                    try await app.perform(more, as: boss)
                    try await app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: boss)
                }
                if way == 2 { continue }
                try await app.perform(AcceptLead(lead: id), as: boss)
            }
            if way == 3 { continue }
            let amount = Money(minor: Int64(number) * 100, currency: "EUR")
            let made = try await app.perform(ConvertLeads(leads: [id], name: "Deal", amount: amount), as: boss)
            workplace.advance(.minutes(7))
            switch Int.random(in: 0..<3, using: &random) {
            case 0: try await app.perform(WinOpportunity(opportunity: made.opportunity), as: boss)
            case 1:
                let loss = OpportunityEvent.Loss(reason: "Price", competitor: nil, rank: nil)
                try await app.perform(LoseOpportunity(opportunity: made.opportunity, loss: loss), as: boss)
            default: break
            }
        }
    }

    /// Two leads that come with the history of having been with sales.
    private func history(_ bench: ImportBench) async throws {
        var mapping = ImportMapping(name: "Old system")
        mapping.automatic = true
        let text = """
            name,email,company,source,status
            Ann Old,ann@old.example,Old One,Web form,Accepted
            Bob Old,bob@old.example,Old Two,Web form,Handed off

            """
        #expect(try await bench.run(try bench.file(text), mapping).tally[.created] == 2)
    }

    private func plain(_ app: App) async throws -> [Plain] {
        try await app.database.read { snapshot in
            let ids = try snapshot.all("SELECT id FROM leads ORDER BY id") { row in try row.next() as Lead.ID }
            return try ids.map { id in
                var plain = Plain()
                var deal: Opportunity.ID?
                for line in try snapshot.ledger(of: id) {
                    switch try line.leadEvent() {
                    case .handedOff(let it):
                        (plain.version, plain.levels, plain.grade) = (it.gateVersion, it.levels ?? .init(), it.grade)
                    case .converted(let converted):
                        deal = converted.opportunity
                        guard let it = converted.passed else { continue }
                        (plain.version, plain.levels, plain.grade) = (it.gateVersion, it.levels, it.grade)
                    case .moved(let moved):
                        if [.handed, .accepted, .converted].contains(moved.kind) { plain.isWithSales = true }
                        if moved.kind == .accepted { plain.isAccepted = true }
                    default: break
                    }
                }
                let lines = try deal.map { try snapshot.ledger(of: $0) } ?? []
                let kind = try deal.flatMap { try snapshot.opportunity($0)?.kind }
                plain.isWon = kind == .won && !lines.isEmpty
                plain.isLost = kind == .lost
                return plain
            }
        }
    }

    @Test(
        "X6, C9: how the gate predicts wins equals what the ledger tells; imported history stands apart",
        arguments: 1...3
    )
    func report(seed: Int) async throws {
        let bench = try await ImportBench()
        let app = bench.workplace.app
        try await market(bench, seed: UInt64(seed))
        let asked = try await app.fetch(FetchReport(.gate), as: .system)
        #expect(!asked.report.tables.isEmpty)
        try await history(bench)
        let answer = try await app.fetch(FetchReport(.gate), as: .system).report
        let leads = try await plain(app)
        let passed = leads.filter { $0.version != nil }
        let imported = leads.filter { $0.version == nil && $0.isWithSales }
        #expect(imported.count == 2)

        func expect(_ table: ReportTable, _ label: String, _ own: [Plain]) {
            let row = table.rows.first { $0[0] == .text(label) }
            guard !own.isEmpty else { return #expect(row == nil, "\(label)") }
            let won = own.filter(\.isWon).count
            let due: [ReportTable.Cell] = [
                .text(label), .count(own.count), .count(own.filter(\.isAccepted).count), .count(won),
                .count(own.filter(\.isLost).count), .share(Double(won) / Double(own.count)),
            ]
            #expect(row.map { Array($0.prefix(6)) } == due, "\(label)")
        }
        let (grades, levels, versions) = (answer.tables[0], answer.tables[1], answer.tables[2])
        for grade in Grade.allCases { expect(grades, grade.label, passed.filter { $0.grade == grade }) }
        for criterion in Criterion.allCases {
            for level in Level.allCases {
                let own = passed.filter { $0.levels.level(criterion) == level }
                expect(levels, "\(criterion.label): \(level.rawValue)", own)
            }
            let unknown = passed.filter { $0.levels.level(criterion) == nil }
            expect(levels, "\(criterion.label): not known", unknown)
        }
        for version in 1...2 { expect(versions, "Version \(version)", passed.filter { $0.version == version }) }
        for table in answer.tables { expect(table, "Imported, no gate passed here", imported) }
        #expect(passed.contains { $0.isWon } && passed.contains { $0.isLost } && versions.rows.count == 3)
    }

    @Test("X6: the report follows the ledger: loaded anew it says the same as when it grew, as of each day")
    func follows() async throws {
        let bench = try await ImportBench()
        let app = bench.workplace.app
        _ = try await app.fetch(FetchReport(.gate), as: .system)
        try await market(bench, seed: 9)
        let grown = try await app.fetch(FetchReport(.gate), as: .system).report
        let fresh = InsightFeed()
        let policy = try await app.fetch(PolicyVersion(version: 2), as: .system)
        let question = grown.question
        let anew = try await app.database.read { snapshot in
            try fresh.ask(snapshot, policy) { $0.answer(question) }
        }
        #expect(anew == grown)
        let start = ReportQuestion(.gate, Scope(asOf: Workplace.start - .hours(1)))
        let before = try await app.database.read { snapshot in try fresh.ask(snapshot, policy) { $0.answer(start) } }
        #expect(before.tables.allSatisfy { $0.rows.isEmpty })
    }
}
