import LeadCore
import Testing

@testable import LeadServer

@Suite("Money in words")
struct MoneyWordsTests {
    private func words(_ minor: Int64, _ currency: String) -> String {
        MoneyWords.full(Money(minor: minor, currency: currency)).replacing("\u{A0}", with: " ")
    }

    private func short(_ euros: Int64) -> String {
        MoneyWords.short(Money(minor: euros * 100, currency: "EUR")).replacing("\u{A0}", with: " ")
    }

    @Test("An amount has its currency's sign and decimals, and cents only where there are any")
    func full() {
        #expect(words(2_400_000, "EUR") == "€ 24,000")
        #expect(words(2_400_050, "EUR") == "€ 24,000.50")
        #expect(words(1200, "JPY") == "¥ 1,200")
        #expect(words(1_234_567, "KWD") == "KWD 1,234.567")
        #expect(words(9905, "CHF") == "CHF 99.05")
        #expect(words(0, "USD") == "$ 0")
        #expect(words(-150, "GBP") == "−£ 1.50")
        #expect(words(.min, "EUR") == "−€ 92,233,720,368,547,758.08")
    }

    @Test("A sum is told by its size")
    func sums() {
        #expect(short(999) == "€ 999")
        #expect(short(9_999) == "€ 9,999")
        #expect(short(340_500) == "€ 340 k")
        #expect(short(1_250_000) == "€ 1.2 M")
        #expect(short(45_000_000) == "€ 45 M")
        #expect(short(2_300_000_000) == "€ 2.3 bn")
    }

    @Test("What a field shows is what it reads back, and nothing typed is no amount")
    func typed() throws {
        let money = Money(minor: 2_400_050, currency: "EUR")
        #expect(try MoneyWords.typed(MoneyWords.plain(money), currency: "EUR", pointer: "/value") == money)
        #expect(try MoneyWords.typed("  ", currency: "EUR", pointer: "/value") == nil)
        #expect(try MoneyWords.typed("€ 1,5", currency: "EUR", pointer: "/value")?.minor == 150)
    }

    @Test("What is no amount, or another currency's, is refused at its field", arguments: ["a lot", "$$", "12 USD"])
    func refused(text: String) {
        let refusal = #expect(throws: Refusal.self) { try MoneyWords.typed(text, currency: "EUR", pointer: "/value") }
        #expect(refusal?.issues.map(\.pointer) == ["/value"])
    }
}
