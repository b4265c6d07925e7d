import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Corrections of imported history")
struct CorrectedImportTests {
    private static func mapping(_ kind: ImportKind = .leads) -> ImportMapping {
        var mapping = ImportMapping(name: "Fair", kind: kind)
        mapping.automatic = true
        mapping.system = "fair"
        mapping.createMissing = true
        return mapping
    }

    @Test("X2: imported changes are corrected like others, and undoing the import leaves the lead as it is then")
    func correctedIsKept() async throws {
        let bench = try await ImportBench()
        let manager = Workplace.actor(Workplace.manager)
        let day = "id,name,email,company,source,created\n"
        let leads = day + "1,Ada,ada@engine.example,Engine,Fair,2026-06-01\n2,Alan,alan@b.example,B,Fair,2026-06-01\n"
        try await bench.run(try bench.file(leads), Self.mapping())
        let history = """
            id,status,updated
            1,Attempted contact,2026-06-02
            1,Qualification in process,2026-06-05
            2,Attempted contact,2026-06-03

            """
        let record = try await bench.run(try bench.file(history, named: "history.csv"), Self.mapping(.history))
        var filter = LeadFilter()
        filter.text = "ada@engine"
        let list = try await bench.workplace.app.fetch(LeadList(filter), as: manager)
        let ada = try #require(list.rows.first?.id)
        let moves = try await bench.workplace.detail(ada).events.filter { $0.event.kind == .moved }
        #expect(moves.count == 2)
        let at = moves[0].at + .days(1)
        try await bench.workplace.app.perform(
            CorrectLead(lead: ada, line: moves[0].seq, change: .time(at), reason: "The file had it wrong"),
            as: manager
        )
        #expect(try await bench.workplace.check().holds)
        let undone = try await bench.importer.undo(record.id, as: .system)
        #expect(undone.tally.counts.filter { $0.value != 0 } == [.updated: 2, .undone: 1])
        let stays = try await bench.workplace.detail(ada).stays.filter { $0.dimension == .status }
        #expect(stays.map(\.enteredAt) == [stays[0].enteredAt, at, moves[1].at])
        #expect(try await bench.workplace.check().holds)
    }
}
