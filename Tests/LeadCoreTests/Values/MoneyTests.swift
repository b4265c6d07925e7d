import LeadCore
import Testing

@Suite("Money as people write it")
struct MoneyTests {
    @Test(
        "A currency's own decimals are read and written",
        arguments: [
            ("1,000", "JPY", Int64(1000), "1000"), ("1,000.50", "EUR", 100_050, "1000.50"),
            ("12.345", "KWD", 12_345, "12.345"), ("-3", "USD", -300, "-3.00"), ("0.05", "EUR", 5, "0.05"),
        ]
    )
    func decimals(text: String, currency: String, minor: Int64, written: String) throws {
        let money = try TextAmount.money(text, currency: currency, style: .pointDecimal)
        #expect(money == Money(minor: minor, currency: currency))
        #expect(money.decimalText == written)
    }

    @Test("The currency that the text names decides how many decimals there are")
    func named() throws {
        #expect(
            try TextAmount.money("1,000 JPY", currency: "EUR", style: .pointDecimal)
                == Money(minor: 1000, currency: "JPY")
        )
        #expect(
            try TextAmount.money("1.50 EUR", currency: "JPY", style: .pointDecimal)
                == Money(minor: 150, currency: "EUR")
        )
    }

    @Test("What is counted in thousands keeps what is behind its point")
    func scaled() throws {
        #expect(try TextAmount.money("1.5", currency: "JPY", style: .pointDecimal, scale: 1000).minor == 1500)
        #expect(
            try TextAmount.money("1,100.04", currency: "USD", style: .pointDecimal, scale: 1_000_000).minor
                == 110_004_000_000
        )
        #expect(try TextAmount.money("0.0005", currency: "JPY", style: .pointDecimal, scale: 1000).minor == 1)
        #expect(throws: Refusal.self) {
            try TextAmount.money("900000000000", currency: "USD", style: .pointDecimal, scale: 1_000_000)
        }
    }
}
