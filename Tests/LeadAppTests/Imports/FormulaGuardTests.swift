import LeadCore
import LeadStore
import Testing

@testable import LeadApp

@Suite("Formulas in refused rows")
struct FormulaGuardTests {
    @Test("J6: what a spreadsheet would run gets an apostrophe, and loses it when it comes back")
    func guarded() {
        for formula in ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+HYPERLINK(1)", "\t=1", "+49 30 123", "-5,00"] {
            #expect(FormulaGuard.guarded(formula) == "'" + formula)
            #expect(FormulaGuard.unguarded("'" + formula) == formula)
        }
        for plain in ["+4930901820", "-5.00", "O'Brien", "'quoted'", "", "Ada"] {
            #expect(FormulaGuard.guarded(plain) == plain)
            #expect(FormulaGuard.unguarded(plain) == plain)
        }
    }

    @Test(
        "J1, J6: what is exported is imported as it was",
        arguments: ["+49 30 123", "=1+1", "'+49 30", "O'Neill", "-5,00"]
    )
    func roundTrip(text: String) async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping(name: "Fair", kind: .leads)
        mapping.automatic = true
        let lines = ["name", "email", "company", "source"]
        let file =
            DelimitedText.line(lines) + DelimitedText.line([text, "ada@engine.example", "Engine Ltd", "Web form"])
        _ = try await bench.run(try bench.file(file), mapping)
        let lead = try await bench.workplace.app.fetch(LeadList(LeadFilter()), as: .system).rows
        #expect(lead.map(\.name) == [text == "'+49 30" ? "+49 30" : text])
    }

    @Test("J6: the reason beside a refused row is no formula either")
    func sentence() async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping(name: "Fair", kind: .leads)
        mapping.automatic = true
        let record = try await bench.run(try bench.file("name,email,source\nAda,=1+1@x,=Nowhere\n"), mapping)
        let text = try await bench.workplace.app.fetch(RefusedRows(id: record.id), as: .system).text
        for cell in PlainCSV.records(text).joined() { #expect(FormulaGuard.guarded(cell) == cell, "\(cell)") }
    }

    @Test("J6: the file of refused rows holds no formula, and its mended rows are those that were meant")
    func file() async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping(name: "Fair", kind: .leads)
        mapping.automatic = true
        let file = try bench.file("name,email,company,source\n=1+1,ada@engine.example,Engine Ltd,Nowhere\n")
        let record = try await bench.run(file, mapping)
        let text = try await bench.workplace.app.fetch(RefusedRows(id: record.id), as: .system).text
        let cells = try #require(PlainCSV.records(text).last)
        #expect(cells.contains("'=1+1") && !cells.contains("=1+1"))
        let mended = try bench.file(text.replacing("Nowhere", with: "Web form"), named: "mended.csv")
        #expect(try await bench.run(mended, mapping).tally.counts == [.created: 1])
        #expect(try await bench.count("SELECT COUNT(*) FROM contacts WHERE name = '=1+1'") == 1)
    }
}
