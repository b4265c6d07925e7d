import LeadCore
import Testing

@Suite("First touch")
struct FirstTouchTests {
    private static func candidate(_ lead: Int, _ productClass: UInt64, _ at: Int64) -> FirstTouch.Candidate<Int> {
        FirstTouch.Candidate(
            lead: lead,
            productClass: Identifier(integerLiteral: productClass),
            createdAt: Instant(milliseconds: at)
        )
    }

    private let leads = [candidate(1, 7, 100), candidate(2, 8, 200), candidate(3, 8, 300)]

    @Test("H3, G5: a sale counts with the first lead of its account and class that was there before it was won")
    func rule() {
        func lead(_ productClass: ProductClass.ID?, _ at: Int64, origin: Int?) -> Int? {
            FirstTouch.lead(of: productClass, wonAt: Instant(milliseconds: at), origin: origin, among: leads)
        }
        #expect(lead(8, 900, origin: 3) == 2)
        #expect(lead(8, 900, origin: nil) == 2)
        #expect(lead(7, 900, origin: 1) == 1)
        #expect(lead(nil, 900, origin: nil) == 1)
        #expect(lead(8, 150, origin: nil) == nil)
        #expect(lead(9, 900, origin: nil) == nil)
        #expect(lead(9, 900, origin: 3) == 3)
    }
}
