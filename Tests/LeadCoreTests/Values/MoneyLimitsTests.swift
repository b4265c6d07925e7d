import LeadCore
import Testing

@Suite("Limits of amounts")
struct MoneyLimitsTests {
    @Test("J6: an amount beyond the limit is refused with its place, whatever its sign", arguments: [1, -1] as [Int64])
    func limit(sign: Int64) {
        #expect(throws: Never.self) { try Money(minor: sign * Money.most, currency: "EUR").requireInRange("/value") }
        #expect {
            try Money(minor: sign * (Money.most + 1), currency: "EUR").requireInRange("/value")
        } throws: { error in
            let refusal = error as? Refusal
            return refusal?.code == "amount_too_large" && refusal?.issues.map(\.pointer) == ["/value"]
        }
        #expect(!Money.takes(.min) && !Money.takes(.max))
    }

    @Test("J6: sums that do not fit stop at the end of the numbers")
    func saturation() {
        #expect(Int64.max.addingSaturated(1) == .max)
        #expect(Int64.min.addingSaturated(-1) == .min)
        #expect(Int64(40).addingSaturated(2) == 42)
        #expect(Int64.max.addingSaturated(.min) == -1)
        #expect(Int64(saturating: 1e300) == .max)
        #expect(Int64(saturating: -1e300) == .min)
        #expect(Int64(saturating: 2.5) == 3)
        #expect(Int64(saturating: .nan) == 0)
    }
}
