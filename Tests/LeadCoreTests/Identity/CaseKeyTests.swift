import LeadCore
import Testing

@Suite("Names without regard to case")
struct CaseKeyTests {
    @Test("A2: letters of every script are compared without their case, and nothing else is")
    func scripts() {
        #expect(CaseKey("Über") == CaseKey("ÜBER"))
        #expect(CaseKey("\u{55}\u{308}ber") == CaseKey("über"))
        #expect(CaseKey("Ярмарка") == CaseKey("ЯРМАРКА"))
        #expect(CaseKey("Uber") != CaseKey("Über"))
        #expect(CaseKey("C++") != CaseKey("C#"))
    }
}
