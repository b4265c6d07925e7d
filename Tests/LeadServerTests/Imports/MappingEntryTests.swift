import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("The mapping page's form")
struct MappingEntryTests {
    private let header = ["Nr", "Mail", "Quelle", "Stand"]

    private var before: ImportMapping {
        var mapping = ImportMapping()
        mapping.delimiter = ";"
        mapping.encoding = .utf8
        mapping.columns = [
            "Nr": ColumnMapping(.init(.externalID)),
            "Quelle": ColumnMapping(.init(.source, values: ["goog": "Google"])),
        ]
        mapping.statuses = [
            "Neu": StatusMeaning(status: "open"),
            "Gekauft": StatusMeaning(status: "converted", won: true),
        ]
        mapping.ignore = ["Mail"]
        return mapping
    }

    private func mapping(_ changes: [String: String]) throws -> ImportMapping {
        var fields = [
            "delimiter": ";", "encoding": "utf-8", "headerRow": "1", "kind": "leads", "column-0": "external_id",
            "column-1": "", "column-2": "source", "column-3": "",
        ]
        fields.merge(changes) { $1 }
        var form = SubmittedForm()
        form.fields = fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        let record = ImportRecord(
            id: 1,
            name: "Import",
            kind: "leads",
            file: "fair.csv",
            fileHash: "",
            mapping: try JSON.text(before),
            header: header,
            createdBy: nil,
            createdAt: Instant(milliseconds: 0),
            rowsTotal: 3
        )
        return try MappingEntry(form, record).mapping()
    }

    @Test("a column that is left as it was keeps what the page does not show")
    func keeps() throws {
        let mapping = try mapping(["column-1": "email"])
        #expect(mapping.columns["Quelle"] == before.columns["Quelle"])
        #expect(mapping.columns["Mail"] == ColumnMapping(.init(.email)))
        #expect(mapping.columns["Stand"] == nil)
        #expect(mapping.ignore == ["Mail"])
    }

    @Test("another field for a column begins anew, and an empty one leaves it out")
    func changes() throws {
        let mapping = try mapping(["column-0": "", "column-2": "campaign"])
        #expect(mapping.columns == ["Quelle": ColumnMapping(.init(.campaign))])
    }

    @Test("another delimiter makes other columns, which are recognised again")
    func readAnew() throws {
        #expect(try mapping(["delimiter": ","]).columns.isEmpty)
        #expect(try mapping(["headerRow": "2"]).columns.isEmpty)
    }

    @Test("words of the status column get a meaning, lose it, or are a deal that was won")
    func statuses() throws {
        let mapping = try mapping([
            "word-0": "Neu", "meaning-0": "", "word-1": "Gekauft", "meaning-1": "converted", "word-2": "Kunde",
            "meaning-2": "converted+won",
        ])
        #expect(
            mapping.statuses == [
                "Gekauft": StatusMeaning(status: "converted"), "Kunde": StatusMeaning(status: "converted", won: true),
            ]
        )
    }

    @Test("constants are set and taken away; what is typed wrong is refused at its field")
    func constants() throws {
        #expect(try mapping(["constant-source": " Trade show "]).constants == [.source: "Trade show"])
        #expect(try mapping([:]).constants.isEmpty)
        #expect(throws: Refusal.invalid("/headerRow", "Say in which line the columns are named, counting from 1.")) {
            try mapping(["headerRow": "zero"])
        }
    }
}
