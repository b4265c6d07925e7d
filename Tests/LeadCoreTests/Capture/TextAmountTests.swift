import LeadCore
import Testing

@Suite struct TextAmountTests {
    @Test(
        "numbers mean what people mean",
        arguments: [
            ("1,234.56", Int64(123_456)), ("1.234,56", 123_456), ("1 234,56", 123_456), ("1\u{A0}234.5", 123_450),
            ("1'234.50", 123_450), ("1’234’567", 123_456_700), ("1,234", 123_400), ("1.234.567", 123_456_700),
            ("12,34,567.80", 123_456_780), ("0.125", 13), ("0,5", 50), (".5", 50), ("5.", 500), ("-3", -300),
            ("3-", -300),
            ("(1,234.50)", -123_450), ("\u{2212}7", -700), ("12k", 1_200_000), ("1.5 Mio. €", 150_000_000),
            ("$2M", 200_000_000), ("3 Tsd", 300_000), ("0", 0), ("-0", 0), ("+4", 400), ("2,675", 267_500),
            ("92233720368547758.07", .max), ("  7  ", 700), ("100000.0", 10_000_000),
        ]
    )
    func numbers(text: String, minor: Int64) throws {
        #expect(try TextAmount(text, decimals: 2).minor == minor)
    }

    @Test("half a unit is rounded away from zero, and the decimals are the caller's")
    func rounding() throws {
        #expect(try TextAmount("1.005", decimals: 2, style: .pointDecimal).minor == 101)
        #expect(try TextAmount("-1.005", decimals: 2, style: .pointDecimal).minor == -101)
        #expect(try TextAmount("1.0049", decimals: 2).minor == 100)
        #expect(try TextAmount("1,234", decimals: 0).minor == 1234)
        #expect(try TextAmount("12.0", decimals: 0).minor == 12)
        #expect(try TextAmount("1.2345", decimals: 4).minor == 12_345)
    }

    @Test(
        "currencies are named by sign or code",
        arguments: [
            ("€ 1 200", "EUR"), ("1.200,00 €", "EUR"), ("£5", "GBP"), ("CHF 1'000.00", "CHF"), ("12 usd", "USD"),
            ("US$ 5", "USD"), ("Rs.500", "INR"),
        ]
    )
    func currency(text: String, code: String) throws {
        #expect(try TextAmount(text, decimals: 2).currency == code)
    }

    @Test("a shared sign names no currency")
    func sharedSign() throws {
        #expect(try TextAmount("$5", decimals: 2).currency == nil)
        #expect(try TextAmount("5", decimals: 2).currency == nil)
    }

    @Test(
        "what is no number, or could be two, is refused",
        arguments: [
            "", "abc", "-", "1.234", "12.345", "1,2,3", "1,23,4", "51-200", "2026-01-01", "50%", "1e5", "0x10",
            "1.2.3,4,5", "--5",
            "€5 USD", "max 500", "5 apples", "1..2", "(5", "5)", "92233720368547758.08", "999999999999999999999999",
            "9999999999 bn",
            "=1+1", "1,234.567,8", "Ⅷ", "1 2 3",
        ]
    )
    func refused(text: String) {
        #expect(throws: Refusal.self) { try TextAmount(text, decimals: 2) }
    }

    @Test("a column's style decides what is before the decimals")
    func styles() throws {
        #expect(try TextAmount("1.234", decimals: 2, style: .pointDecimal).minor == 123)
        #expect(try TextAmount("1.234", decimals: 2, style: .commaDecimal).minor == 123_400)
        #expect(try TextAmount("1,234", decimals: 2, style: .commaDecimal).minor == 123)
        #expect(throws: Refusal.self) { try TextAmount("1,234.56", decimals: 2, style: .commaDecimal) }
        #expect(throws: Refusal.self) { try TextAmount("1.234,56", decimals: 2, style: .pointDecimal) }
    }
}
