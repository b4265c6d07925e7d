import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Custom fields from files and forms")
struct FieldImportTests {
    @Test("A10: columns mapped to field:<key> become values, and undoing the import takes them back")
    func importing() async throws {
        let bench = try await ImportBench()
        let app = bench.workplace.app
        try await LeadFieldsTests.define(bench.workplace)
        let known = try await bench.workplace.lead { $0.fields = ["seats": "1"] }
        let text = """
            Nr,Name,Mail,Firm,Geld,Plätze,Am
            1,Ann Lee,ann@lee.example,Lee Ltd,"1.500,50","2.000,5",24.12.2026
            2,Bob Roe,bob@roe.example,Roe Ltd,"50,00",3,
            3,Grace Hopper,grace@navy.example,Navy Ltd,"200,00",9,
            """
        let json = """
            {"name": "Fair", "system": "fair", "numberFormat": "1.234,56", "dateFormat": "dd/MM/yyyy",
             "constants": {"source": "Trade show"},
             "columns": {"Nr": "external_id", "Name": "full_name", "Mail": "email", "Firm": "company",
              "Geld": "field:budget", "Plätze": {"field": "field", "name": "seats"}, "Am": "field:decision_on"}}
            """
        let mapping = try ImportMapping(json: Array(json.utf8))
        let again = try ImportMapping(json: Array(try JSON.text(mapping).utf8))
        #expect(again == mapping)
        let record = try await bench.run(try bench.file(text), mapping)
        #expect(record.tally.counts == [.created: 1, .refused: 1, .joined: 1])
        let refused = try await bench.rows(record.id, .refused)
        #expect(refused.first?.sentence == "Column Geld: Budget: must be at least 100.")

        let rows = try await app.fetch(LeadList(LeadFilter()), as: .system).rows
        let ann = try #require(rows.first { $0.name == "Ann Lee" })
        #expect(
            try await bench.workplace.detail(ann.id).fields.map(\.value.stored)
                == ["1500.50 EUR", "2000.5", "2026-12-24"]
        )
        #expect(try await bench.workplace.detail(known).fields.map(\.value.stored) == ["200 EUR", "1"])
        _ = try await bench.importer.undo(record.id, as: .system)
        #expect(try await bench.workplace.detail(known).fields.map(\.value.stored) == ["1"])
        #expect(try await bench.count("SELECT COUNT(*) FROM lead_fields") == 1)
        #expect(try await bench.workplace.check().holds)
    }

    @Test("A10: a form fills fields by their keys; what a field cannot hold is kept in the message")
    func form() async throws {
        let workplace = try await Workplace()
        try await LeadFieldsTests.define(workplace)
        let source = try #require(try await workplace.app.fetch(SourceList(), as: .system).first)
        let saved = try await workplace.app.perform(SaveForm(name: "Contact", source: source.id), as: .system)
        let body = "name=Ann+Lee&email=ann%40lee.example&seats=12&field%3Apilot=on&budget=plenty"
        let captured = try await workplace.app.perform(
            CaptureForm(
                raw: Array(body.utf8),
                contentType: "application/x-www-form-urlencoded",
                form: saved.form
            ),
            as: .system
        )
        let detail = try await workplace.detail(try #require(captured.lead))
        #expect(detail.fields.map(\.key) == ["seats", "pilot"])
        #expect(detail.activities.first?.note == "Budget: plenty")
    }

    @Test("A10: a column for a field that is not defined is refused before the first row")
    func unknown() async throws {
        let bench = try await ImportBench()
        let mapping = try ImportMapping(
            json: Array(#"{"columns":{"Name":"full_name","X":"field:nothing"},"constants":{"source":"Other"}}"#.utf8)
        )
        await #expect {
            try await bench.run(try bench.file("Name,X\nAnn,1\n"), mapping)
        } throws: { ($0 as? Refusal)?.issues.first?.pointer == "/columns/X" }
    }
}
