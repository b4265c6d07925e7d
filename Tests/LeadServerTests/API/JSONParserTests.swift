import Foundation
import Testing

@testable import LeadServer

@Suite("Reading JSON")
struct JSONParserTests {
    @Test(
        "JSONTestSuite: what is JSON is read, what is not is refused",
        .enabled(if: HostileData.isHere, "needs ../shared/data")
    )
    func testSuite() throws {
        let files = try HostileData.jsonFiles()
        #expect(files.count > 300)
        for (name, body) in files where !name.hasPrefix("i_") {
            let isRead = (try? JSONParser.value(of: Array(body))) != nil
            #expect(isRead == (name.hasPrefix("y_") && !name.hasPrefix("y_object_duplicated_key")), "\(name)")
        }
    }

    @Test("what is written is read back the same")
    func roundTrip() throws {
        let value: JSONValue = [
            "text": .string("Zoë \u{1}\n\t\"\\/ 𝄞 \u{2028}"), "whole": .integer(.min), "part": .number(0.1),
            "none": .null,
            "list": .array([.bool(true), [:], .array([])]),
        ]
        #expect(try JSONParser.value(of: value.bytes) == value)
        let foreign = try JSONSerialization.jsonObject(with: Data(value.bytes)) as? [String: Any]
        #expect(foreign?["text"] as? String == "Zoë \u{1}\n\t\"\\/ 𝄞 \u{2028}")
    }

    @Test(
        "the place of a fault is named",
        arguments: [
            (#"{"a":1,"a":2}"#, "twice"), (#"{"a":1"#, "comma or }"), (String(repeating: "[", count: 40), "deeply"),
            (#""\ud800""#, "Half"), ("1e999", "large"), (#""\u-000""#, "hexadecimal"),
        ]
    )
    func faults(_ text: String, _ words: String) {
        #expect(
            performing: { try JSONParser.value(of: Array(text.utf8)) },
            throws: { error in
                (error as? MalformedJSON)?.reason.contains(words) == true
            }
        )
    }
}
