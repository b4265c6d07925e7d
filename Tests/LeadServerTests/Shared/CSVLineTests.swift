import Testing

@testable import LeadServer

@Suite("Lines of CSV")
struct CSVLineTests {
    @Test("Texts that a spreadsheet would run are guarded", arguments: ["=1+1", "+49 30 1", "-2", "@SUM(A1)", "\tx"])
    func formulas(text: String) {
        #expect(CSVLine.text([.text(text)]) == "'\(text)\r\n")
    }

    @Test("Quotes, commas and line breaks are quoted as RFC 4180 says; numbers stay numbers")
    func quoting() {
        #expect(
            CSVLine.text([
                .text("a \"b\""), .text("c,d"), .text("e\r\nf"), .text("plain"), .number("-12.50"), .text(""),
            ])
                == "\"a \"\"b\"\"\",\"c,d\",\"e\r\nf\",plain,-12.50,\r\n"
        )
        #expect(CSVLine.text([.text("=a,b")]) == "\"'=a,b\"\r\n")
    }
}
