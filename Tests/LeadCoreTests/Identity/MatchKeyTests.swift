import Foundation
import LeadCore
import Testing

@Suite struct MatchKeyTests {
    @Test("B1: keys come strongest first and each once")
    func order() {
        let facts = PersonFacts(
            source: "fair",
            externalID: "17",
            emails: ["Ann+1@x.com", "ann@x.com", "nonsense"],
            phones: ["+493012345", "0049 30 12345"],
            name: "Dr. Ann Lee",
            company: "Acme GmbH"
        )
        #expect(
            matchKeys(for: facts) == [
                MatchKey(.externalID, "fair:17"), MatchKey(.email, "ann@x.com"), MatchKey(.phone, "+493012345"),
                MatchKey(.nameCompany, "ann lee@acme"),
            ]
        )
        #expect(MatchKey.Kind.allCases == MatchKey.Kind.allCases.sorted())
    }

    @Test("a name or a company alone is no key")
    func alone() {
        #expect(matchKeys(for: PersonFacts(name: "Ann Lee")).isEmpty)
        #expect(matchKeys(for: PersonFacts(company: "Acme")).isEmpty)
    }

    @Test(
        "a number keeps its digits whatever parts them",
        arguments: [
            ("+49 (0)30 123-456", "+4930123456"), ("0049/30/123456", "+4930123456"), ("(030) 123 456", "030123456"),
            ("+1.212.555.0100 ext. 7", "+12125550100"), ("٠٣٠١٢٣٤٥٦", "030123456"), ("＋４９ ３０１２３４５６", "+4930123456"),
        ]
    )
    func phones(text: String, key: String) {
        #expect(PhoneKey(text: text)?.text == key)
    }

    @Test(
        "what is no number is refused",
        arguments: ["", "12345", "call me", "1-800-FLOWERS", "1234567890123456", "49+30123456"]
    )
    func noPhones(text: String) {
        #expect(PhoneKey(text: text) == nil)
    }

    @Test(
        "numbers in E.164 are keys as they are",
        .enabled(if: Vectors.shared("data/contact_vectors") != nil, "needs ../shared/data")
    )
    func e164() throws {
        let url = try #require(Vectors.shared("data/contact_vectors/phone_vectors.csv"))
        let rows = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        var compared = 0
        for cells in rows.map({ $0.split(separator: ",", omittingEmptySubsequences: false) }) where cells.count == 7 {
            guard cells[2].hasPrefix("international") || cells[2] == "e164", cells[6].lowercased() == "true" else {
                continue
            }
            let number = String(cells[5])
            guard let key = PhoneKey(e164: number) else { continue }
            compared += 1
            #expect(PhoneKey(text: String(cells[3])) == key, "\(cells)")
        }
        #expect(compared > 100)
    }
}
