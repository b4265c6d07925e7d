import LeadCore
import LeadStore
import Testing

@testable import LeadApp

@Suite("Phone numbers")
struct PhoneTests {
    @Test("B1: a number is kept as E.164, what is none as it came")
    func normal() {
        #expect(Phone.normalized("030 901820", region: "DE") == "+4930901820")
        #expect(Phone.normalized("ask Bo", region: "DE") == "ask Bo")
    }

    @Test("J6: a text longer than a number is never parsed, however many digits it has", .timeLimit(.minutes(1)))
    func long() {
        for count in [65, 4_000, 2_000_000] {
            let text = String(repeating: "1", count: count)
            #expect(Phone.normalized(text, region: "DE") == text)
        }
        let padded = "+49 30 " + String(repeating: " ", count: 50) + "901820"
        #expect(padded.utf8.count == 63)
        #expect(Phone.normalized(padded, region: "DE") == "+4930901820")
    }
}
