import LeadApp
import Testing

@Suite("Lines of CSV")
struct DelimitedTextTests {
    @Test(
        "Texts that a spreadsheet would run are guarded",
        arguments: ["=1+1", "+49 30 1", "-2+3", "@SUM(A1)", "\tx", "-"]
    )
    func formulas(text: String) {
        #expect(DelimitedText.line([text]) == "'\(text)\r\n")
    }

    @Test("Quotes, commas and line breaks are quoted as RFC 4180 says; numbers stay numbers")
    func quoting() {
        #expect(
            DelimitedText.line(["a \"b\"", "c,d", "e\r\nf", "plain", "-12.50", "+493012345", ""])
                == "\"a \"\"b\"\"\",\"c,d\",\"e\r\nf\",plain,-12.50,+493012345,\r\n"
        )
        #expect(DelimitedText.line(["=a,b"]) == "\"'=a,b\"\r\n")
    }

    @Test("A record that is kept to be read again is not changed by a guard")
    func roundTrip() {
        #expect(DelimitedText.record(["=1+1", "+49 30 1", "a,b"]) == "=1+1,+49 30 1,\"a,b\"")
    }
}
