import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Mappings")
struct ImportMappingTests {
    @Test("A mapping file says as little as it needs to, and survives being saved")
    func json() async throws {
        let text = """
            {"name": "Fair", "columns": {
              "Nr": "external_id", "Quelle": {"field": "source", "values": {"goog": "Google"}},
              "Stand": [{"field": "status"}, {"field": "reason", "otherwise": ""}]
            }, "statuses": {"Neu": "open", "Gekauft": {"status": "converted", "won": true}},
            "constants": {"product_class": "Pumps"}}
            """
        let mapping = try ImportMapping(json: Array(text.utf8))
        #expect(mapping.columns["Nr"]?.uses == [.init(.externalID)])
        #expect(mapping.columns["Stand"]?.uses.map(\.field) == [.status, .reason])
        #expect(mapping.statuses["Gekauft"] == StatusMeaning(status: "converted", won: true))
        #expect(mapping.constants == [.productClass: "Pumps"])
        #expect(mapping.missing == ImportMapping.standardMissing)
        let bench = try await ImportBench()
        let id = try await bench.workplace.app.perform(SaveMapping(mapping: mapping), as: .system)
        let saved = try await bench.workplace.app.fetch(SavedMappings(), as: .system)
        #expect(saved.map(\.mapping) == [mapping])
        try await bench.workplace.app.perform(DeleteMapping(id: id), as: .system)
        #expect(try await bench.workplace.app.fetch(SavedMappings(), as: .system).isEmpty)
    }

    @Test(
        "A slip in a mapping file is refused with its name",
        arguments: [
            #"{"colums": {}}"#, #"{"kind": "leeds"}"#, #"{"columns": {"A": "emial"}}"#, #"{"columns": "A"}"#, "{", "[]",
        ]
    )
    func slips(_ text: String) {
        #expect(throws: Refusal.self) { try ImportMapping(json: Array(text.utf8)) }
    }

    @Test("A column that the file does not have, or no column for what is needed, is refused before anything happens")
    func columns() async throws {
        let bench = try await ImportBench()
        let file = try bench.file("Name,Email\nAda,ada@x.example\n")
        for columns: [String: ColumnMapping] in [
            ["Nmae": ColumnMapping(.init(.fullName))], ["Email": ColumnMapping(.init(.email))],
        ] {
            var mapping = ImportMapping()
            mapping.columns = columns
            let draft = try await bench.importer.keep(file, name: "x", mapping: mapping, as: .system)
            let preview = try await bench.importer.preview(draft.id, as: .system)
            #expect(preview.problem != nil)
            await #expect(throws: Refusal.self) { try await bench.importer.start(draft.id, as: .system) }
            await #expect(throws: Refusal.self) { try await bench.importer.dryRun(draft.id, as: .system) }
            try await bench.importer.discard(draft.id, as: .system)
        }
        #expect(try await bench.count("SELECT COUNT(*) FROM imports") == 0)
    }

    @Test("What other systems export needs no mapping: Salesforce, Windows-1252, semicolons, days first")
    func automatic() async throws {
        let bench = try await ImportBench()
        let text = """
            First Name;Last Name;Company / Account;Email;Phone;Lead Source;Create Date;Annual Revenue;Lead Status
            Jürgen;Groß;Müller & Söhne GmbH;j.gross@mueller.example;+49 30 901820;Messe;13.06.2026;1.250.000,50;Open

            """
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let path = bench.workplace.directory.appending(path: "export.csv")
        try Data(bytes).write(to: path)
        var mapping = ImportMapping()
        mapping.timeZone = "Europe/Berlin"
        mapping.createMissing = true
        let draft = try await bench.importer.keep(path.path, name: "export.csv", mapping: mapping, as: .system)
        let preview = try await bench.importer.preview(draft.id, as: .system)
        #expect(preview.encoding == .windows1252)
        #expect(preview.delimiter == ";")
        #expect(preview.statusWords == ["Open": 1])
        try await bench.importer.start(draft.id, as: .system)
        #expect(try await bench.importer.run(draft.id).tally.counts == [.created: 1])
        #expect(try await bench.totals("SELECT name, revenue FROM accounts") == ["Müller & Söhne GmbH": 125_000_050])
        #expect(
            try await bench.totals(
                "SELECT contacts.name, leads.created_at FROM leads JOIN contacts ON contacts.id = contact_id"
            )
                == ["Jürgen Groß": 1_781_301_600_000]
        )
        #expect(try await bench.count("SELECT COUNT(*) FROM contacts WHERE phone = '+4930901820'") == 1)
    }

    @Test("Spellings of one source are one source; a mapping can keep them apart by naming them")
    func sources() async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping()
        mapping.automatic = true
        mapping.createMissing = true
        try await bench.run(try bench.file("Name,Company,Source\nA,A,Google\nB,B,google\nC,C, GOOGLE \n"), mapping)
        #expect(try await bench.count("SELECT COUNT(*) FROM sources WHERE LOWER(name) = 'google'") == 1)
        mapping.columns["Source"] = ColumnMapping(.init(.source, values: ["google": "Google Ads"]))
        try await bench.run(try bench.file("Name,Company,Source\nD,D,Google\nE,E,google\n"), mapping)
        #expect(
            try await bench.totals(
                "SELECT sources.name, COUNT(*) FROM leads JOIN sources ON sources.id = source_id GROUP BY sources.name"
            ) == ["Google": 4, "Google Ads": 1]
        )
    }

    @Test("History that comes with the row: a status since its day, a rejection with its reason, a sale")
    func history() async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping()
        mapping.timeZone = "UTC"
        mapping.statuses = ["Bought": .init(status: "converted", won: true)]
        mapping.columns = [
            "Name": .init(.init(.fullName)), "Came": .init(.init(.createdAt)), "State": .init(.init(.status)),
            "Since": .init(.init(.at)), "Why": .init(.init(.reason)), "Worth": .init(.init(.amount)),
            "Holder": .init(.init(.owner)),
        ]
        mapping.constants = [.source: "Web form"]
        let file = try bench.file(
            """
            Name,Came,State,Since,Why,Worth,Holder
            Ada,2026-01-01,Attempted contact,2026-01-05,,,Fay Field
            Bob,2026-01-01,Not qualified,2026-01-06,No budget,,
            Cyd,2026-01-01,Bought,2026-01-07,,1500,Fay Field
            Dan,2026-01-09,Bought,2026-01-08,,1500,
            Eve,2027-01-09,,,,,
            """
        )
        let record = try await bench.run(file, mapping)
        #expect(record.tally.counts == [.created: 3, .refused: 2])
        let day: Int64 = 86_400_000
        let newYear: Int64 = 1_767_225_600_000
        #expect(
            try await bench.totals("SELECT status || ' ' || COALESCE(reason, ''), status_since FROM leads") == [
                "attempted ": Int(newYear + 4 * day), "not_qualified No budget": Int(newYear + 5 * day),
                "converted ": Int(newYear + 6 * day),
            ]
        )
        #expect(
            try await bench.totals("SELECT users.name, amount FROM opportunities JOIN users ON users.id = owner_id")
                == ["Fay Field": 150_000]
        )
        #expect(try await bench.workplace.check().holds)
    }
}
