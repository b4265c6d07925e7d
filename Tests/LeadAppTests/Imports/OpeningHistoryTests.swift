import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("History that opens or closes a lead")
struct OpeningHistoryTests {
    @Test("J6: it is refused row by row, not a fault, when the account has another open lead by now")
    func twin() async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping(name: "Leads")
        mapping.automatic = true
        mapping.system = "old"
        let leads = "id,name,email,company,source,status\n1,Ada,ada@x.example,X Ltd,Web form,Not qualified\n"
        try await bench.run(try bench.file(leads), mapping)
        let open = try await bench.workplace.lead {
            $0.email = "bo@x.example"
            $0.name = "Bo"
            $0.company = "X Ltd"
        }
        bench.workplace.advance(.hours(2))
        mapping.kind = .history
        mapping.columns["when"] = ColumnMapping(.init(.at))
        let text = "id,status,when\n1,Open,2026-06-17T11:00:00Z\n"
        let record = try await bench.run(try bench.file(text, named: "history.csv"), mapping)
        #expect(record.state == .finished)
        #expect(try await bench.rows(record.id, .refused).map(\.code) == ["open_lead_exists"])
        #expect(try await bench.workplace.detail(open).lead.kind == .new)
        #expect(try await bench.workplace.check().holds)
    }

    @Test("X1: a lead that history closes has no clock any more, so none can run out")
    func closed() async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping(name: "Leads")
        mapping.automatic = true
        mapping.system = "old"
        let leads = "id,name,email,company,source\n1,Ada,ada@x.example,X Ltd,Web form\n"
        let born = try await bench.run(try bench.file(leads), mapping)
        let bytes = try #require(try await bench.rows(born.id, .created).first?.subject)
        let id = try #require(Lead.ID(bytes: bytes))
        bench.workplace.advance(.hours(2))
        mapping.kind = .history
        mapping.columns["when"] = ColumnMapping(.init(.at))
        let text = "id,status,when\n1,Not qualified,2026-06-17T11:00:00Z\n"
        try await bench.run(try bench.file(text, named: "history.csv"), mapping)
        let lead = try await bench.workplace.detail(id).lead
        #expect(lead.kind == .rejected)
        #expect(lead.clocks.isEmpty)
        bench.workplace.advance(.days(9))
        #expect(try await bench.workplace.app.perform(BreachDueClocks(), as: .system) == 0)
    }
}
