import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Amounts and owners of imports")
struct MoneyImportTests {
    private static var mapping: ImportMapping {
        var mapping = ImportMapping()
        mapping.automatic = true
        mapping.createMissing = true
        mapping.numberFormat = .pointDecimal
        return mapping
    }

    @Test("A8: 1,000 yen of a file are 1,000 yen, and a company's revenue keeps its currency")
    func currencies() async throws {
        let bench = try await ImportBench()
        let file = """
            Name,Company,Source,Amount,Currency,Annual Revenue
            Aiko,Kyoto Works,Fair,"1,000",JPY,"2,000"
            Ada,Engine Ltd,Fair,"1,000",EUR,"2,000"

            """
        try await bench.run(try bench.file(file), Self.mapping)
        #expect(try await bench.totals("SELECT currency, value FROM leads") == ["JPY": 1000, "EUR": 100_000])
        #expect(
            try await bench.totals("SELECT revenue_currency, revenue FROM accounts") == ["JPY": 2000, "EUR": 200_000]
        )
        let lines = Lines()
        _ = try await bench.workplace.app.fetch(
            ExportTable(.leads, as: .csv) { lines.add($0) },
            as: .system
        )
        let records = PlainCSV.records(lines.text)
        let (value, currency) = (
            try #require(records[0].firstIndex(of: "value")), try #require(records[0].firstIndex(of: "currency"))
        )
        #expect(Set(records.dropFirst().map { "\($0[value]) \($0[currency])" }) == ["1000 JPY", "1000.00 EUR"])
    }

    @Test("E1: an owner whom a file names by e-mail address keeps it, so they are one person when they are invited")
    func owner() async throws {
        let bench = try await ImportBench()
        let file = "Name,Company,Source,Owner\nAda,Engine Ltd,Fair,New.Seller@baton.example\n"
        try await bench.run(try bench.file(file), Self.mapping)
        #expect(try await bench.count("SELECT COUNT(*) FROM users WHERE email = 'new.seller@baton.example'") == 1)
        #expect(try await bench.count("SELECT COUNT(*) FROM users WHERE email LIKE '%imported.invalid'") == 0)
        let again = file.replacing("Ada,Engine Ltd", with: "Alan,Bletchley").replacing("New.Seller", with: "new.seller")
        try await bench.run(try bench.file(again, named: "again.csv"), Self.mapping)
        #expect(try await bench.count("SELECT COUNT(*) FROM users WHERE email = 'new.seller@baton.example'") == 1)
        #expect(try await bench.count("SELECT COUNT(DISTINCT owner) FROM leads") == 1)
    }
}
