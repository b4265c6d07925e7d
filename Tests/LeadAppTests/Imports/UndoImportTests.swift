import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Undoing imports")
struct UndoImportTests {
    private static let leads = """
        id,name,email,company,source,status
        1,Ada Lovelace,ada@engine.example,Engine Ltd,Fair,Open
        2,Alan Turing,alan@bletchley.example,Bletchley,Fair,Open
        3,Ada Lovelace,ada@engine.example,Engine Ltd,Fair,Open
        4,Emmy Noether,emmy@goettingen.example,Goettingen,Fair,Not qualified
        """

    private static func mapping(_ kind: ImportKind = .leads) -> ImportMapping {
        var mapping = ImportMapping(name: "Fair", kind: kind)
        mapping.automatic = true
        mapping.system = "fair"
        mapping.createMissing = true
        return mapping
    }

    /// Everything that an import writes, counted.
    private static let tables = [
        "leads", "contacts", "accounts", "match_keys", "responses", "lead_contacts", "clocks", "stays", "ledger",
        "lead_texts", "opportunities", "activities",
    ]

    private func counts(_ bench: ImportBench) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in Self.tables { counts[table] = try await bench.count("SELECT COUNT(*) FROM \(raw: table)") }
        return counts
    }

    @Test("Nothing is left of an import that nobody has built on, and the same file can come again")
    func whole() async throws {
        let bench = try await ImportBench()
        try await bench.workplace.capture()
        let before = try await counts(bench)
        let file = try bench.file(Self.leads)
        let record = try await bench.run(file, Self.mapping())
        #expect(record.tally.counts == [.created: 3, .joined: 1])
        let undone = try await bench.importer.undo(record.id, as: .system)
        #expect(undone.state == .undone)
        #expect(undone.tally.counts.filter { $0.value != 0 } == [.undone: 4])
        #expect(try await counts(bench) == before)
        #expect(try await bench.workplace.check().holds)
        #expect(try await bench.run(file, Self.mapping()).tally.counts == [.created: 3, .joined: 1])
        #expect(try await bench.workplace.check().holds)
    }

    @Test("Undoing a join takes the person's text along: nobody finds the lead by who is not on it")
    func joined() async throws {
        let bench = try await ImportBench()
        let lead = try await bench.workplace.lead()
        let before = try await counts(bench)
        let file = "id,name,email,company,source\n1,Alan Turing,alan@navy.example,Navy Ltd,Web form\n"
        let record = try await bench.run(try bench.file(file), Self.mapping())
        #expect(record.tally.counts == [.joined: 1])
        func found(_ text: String) async throws -> [Lead.ID] {
            var filter = LeadFilter()
            filter.text = text
            return try await bench.workplace.app.fetch(LeadList(filter), as: .system).rows.map(\.id)
        }
        #expect(try await found("Turing") == [lead])
        try await bench.importer.undo(record.id, as: .system)
        #expect(try await found("Turing") == [])
        #expect(try await found("Hopper") == [lead])
        #expect(try await counts(bench) == before)
    }

    @Test("J6: while an import is undone row by row, every promise holds after each commit")
    func stepByStep() async throws {
        let bench = try await ImportBench()
        let app = bench.workplace.app
        let record = try await bench.run(try bench.file(Self.leads), Self.mapping())
        try await app.perform(SetImportState(id: record.id, state: .undoing), as: .system)
        var next: Int? = record.rowsTotal + 1
        var steps = 0
        while let before = next {
            next = try await app.perform(UndoPart(id: record.id, before: before, limit: 1), as: .system).next
            steps += 1
            let check = try await bench.workplace.check()
            #expect(check.holds, "after step \(steps): \(check.findings.filter { !$0.holds })")
        }
        #expect(steps >= 4)
        let undone = try await bench.importer.undo(record.id, as: .system)
        #expect(undone.tally.counts.filter { $0.value != 0 } == [.undone: 4])
    }

    @Test("J6: a lead that another inquiry came to stays, also where the inquiry changed nothing of it")
    func answered() async throws {
        let bench = try await ImportBench()
        let mapping = Self.mapping()
        let file = try bench.file("name,email,company,source,event\nAda,ada@engine.example,Engine Ltd,Fair,booth\n")
        let record = try await bench.run(file, mapping)
        #expect(record.tally.counts == [.created: 1])
        let again = try await bench.workplace.capture {
            $0.name = "Ada"
            $0.email = "ada@engine.example"
            $0.company = "Engine Ltd"
            $0.event = "booth"
        }
        #expect(again.outcome == .joined)
        try await bench.importer.undo(record.id, as: .system)
        let check = try await bench.workplace.check()
        #expect(check.holds, "\(check.findings.filter { !$0.holds })")
        #expect(try await bench.count("SELECT COUNT(*) FROM leads") == 1)
    }

    @Test("A lead that somebody has worked on stays with its rows; a clock that ran out is nobody's work")
    func touched() async throws {
        let bench = try await ImportBench()
        let record = try await bench.run(try bench.file(Self.leads), Self.mapping())
        let bytes = try #require(try await bench.rows(record.id, .joined).first?.subject)
        let lead = try #require(Lead.ID(bytes: bytes))
        try await bench.workplace.app.perform(
            LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: .system
        )
        bench.workplace.advance(.days(2))
        #expect(try await bench.workplace.app.perform(BreachDueClocks(), as: .system) == 1)
        let undone = try await bench.importer.undo(record.id, as: .system)
        #expect(undone.tally.counts.filter { $0.value != 0 } == [.created: 1, .joined: 1, .undone: 2])
        let kept = try await bench.workplace.app.fetch(KeptRows(id: record.id), as: .system)
        #expect(kept.map(\.rows) == [2])
        #expect(kept.first?.sentence == "Somebody has worked on it since.")
        #expect(try await bench.count("SELECT COUNT(*) FROM leads") == 1)
        #expect(try await bench.workplace.detail(lead).lead.responses == 2)
        #expect(try await bench.workplace.check().holds)
    }

    @Test("Deals are taken back to the line: the lead is open again as it was, and the deal is gone")
    func deals() async throws {
        let bench = try await ImportBench()
        let day = "id,name,source,created\n1,Ada,Fair,2026-06-01\n2,Alan,Fair,2026-06-02\n"
        try await bench.run(try bench.file(day), Self.mapping())
        let leads: SQL = """
            SELECT status || ' ' || owner || ' ' || COALESCE(next_step, '') || ' ' || COALESCE(opportunity_id, ''), status_since
            FROM leads
            """
        let before = (try await bench.totals(leads), try await counts(bench))
        let deals = try bench.file("id,closed date,amount\n1,2026-06-10,900\n2,2026-06-11,100\n", named: "deals.csv")
        let record = try await bench.run(deals, Self.mapping(.deals))
        #expect(record.tally.counts == [.updated: 2])
        #expect(try await bench.count("SELECT COUNT(*) FROM leads WHERE open") == 0)
        try await bench.importer.undo(record.id, as: .system)
        #expect((try await bench.totals(leads), try await counts(bench)) == before)
        #expect(try await bench.workplace.check().holds)
    }

    @Test("History is taken back to the line, and can be brought in again")
    func history() async throws {
        let bench = try await ImportBench()
        try await bench.run(try bench.file("id,name,source,created\n1,Ada,Fair,2026-06-01\n"), Self.mapping())
        let before = try await counts(bench)
        let file = try bench.file(
            "id,status,updated\n1,Attempted contact,2026-06-02\n1,Qualification in process,2026-06-03\n",
            named: "history.csv"
        )
        let record = try await bench.run(file, Self.mapping(.history))
        #expect(record.tally.counts == [.updated: 2])
        try await bench.importer.undo(record.id, as: .system)
        #expect(try await counts(bench) == before)
        #expect(try await bench.workplace.check().holds)
        #expect(try await bench.run(file, Self.mapping(.history)).tally.counts == [.updated: 2])
        #expect(try await bench.workplace.check().holds)
    }

    @Test("Accounts and products go while nothing uses them; people stay")
    func reference() async throws {
        let bench = try await ImportBench()
        let accounts = try await bench.run(
            try bench.file("Company,Industry\nEngine Ltd,Machines\nBletchley,Ciphers\n"),
            Self.mapping(.accounts)
        )
        try await bench.workplace.capture {
            $0.company = "Engine Limited"
            $0.email = "a@engine.example"
            $0.name = "A"
        }
        let undone = try await bench.importer.undo(accounts.id, as: .system)
        #expect(undone.tally.counts.filter { $0.value != 0 } == [.created: 1, .undone: 1])
        let kept = try await bench.workplace.app.fetch(KeptRows(id: accounts.id), as: .system)
        #expect(kept.map(\.sentence) == ["It is used by now."])
        #expect(try await bench.count("SELECT COUNT(*) FROM accounts WHERE name = 'Bletchley'") == 0)
    }

    @Test("A product that a deal has in a line of its own stays when its import is undone, and the undo goes on")
    func productInLine() async throws {
        let bench = try await ImportBench()
        let workplace = bench.workplace
        let file = try bench.file("product,product_class\nPump,General\nHose,General\nValve,General\n")
        let products = try await bench.run(file, Self.mapping(.products))
        #expect(products.tally[.created] == 3)
        let lead = try await workplace.lead()
        try await workplace.qualify(lead)
        let price = Money(minor: 100_00, currency: "EUR")
        let lines = ["Pump", "Hose"].map { ConvertLeads.Line(product: $0, amount: price) }
        try await workplace.app.perform(ConvertLeads(leads: [lead], name: "Deal", lines: lines), as: Workplace.boss)
        let undone = try await bench.importer.undo(products.id, as: .system)
        #expect(undone.state == .undone)
        #expect(undone.tally.counts.filter { $0.value != 0 } == [.created: 2, .undone: 1])
    }
}
