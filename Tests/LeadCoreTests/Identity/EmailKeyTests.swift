import Foundation
import LeadCore
import Testing

@Suite struct EmailKeyTests {
    @Test(
        "B1: the same address in other clothes is the same key",
        arguments: [
            ("ann@example.com", "ann@example.com"), ("  Ann@Example.COM ", "ann@example.com"),
            ("mailto:ann@example.com", "ann@example.com"), ("MAILTO:ann@example.com?subject=Hi", "ann@example.com"),
            ("<ann@example.com>", "ann@example.com"), ("ann@example.com;", "ann@example.com"),
            ("\u{FEFF}ann@example.com\u{A0}", "ann@example.com"), ("JÖRG@Müller.de", "jörg@müller.de"),
            ("o'brien+fair@x.co.uk", "o'brien+fair@x.co.uk"), ("дима@почта.рф", "дима@почта.рф"),
        ]
    )
    func normalForm(text: String, address: String) {
        #expect(EmailKey(text)?.address == address)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "@", "ann", "ann@", "@example.com", "ann@example", "a@b@c.com", "ann@.com", "ann@com.", "ann@a..com",
            ".ann@a.com", "ann.@a.com", "a..n@a.com", "an n@a.com", "ann@a b.com", "ann@-a.com", "ann@a-.com",
            "ann@1.2.3.4",
            "ann@a_b.com", "\"ann\"@a.com", "ann(x)@a.com", "ann@[1.2.3.4]", "a\u{0}b@a.com", "n/a", "mailto:",
            "😀@a.com",
            String(repeating: "a", count: 65) + "@a.com", "a@" + String(repeating: "b", count: 64) + ".com",
            "a@" + String(repeating: "b.", count: 130) + "com",
        ]
    )
    func refused(text: String) {
        #expect(EmailKey(text) == nil)
    }

    @Test(
        "the mailbox has no tag, and at Gmail no dots",
        arguments: [
            ("ann+fair@x.com", "ann@x.com"), ("a.n.n@x.com", "a.n.n@x.com"), ("A.nn+1@gmail.com", "ann@gmail.com"),
            ("a.nn@googlemail.com", "ann@gmail.com"), ("+tag@x.com", "+tag@x.com"),
            ("a@notgmail.com", "a@notgmail.com"),
        ]
    )
    func mailbox(text: String, mailbox: String) {
        #expect(EmailKey(text)?.mailbox == mailbox)
    }

    struct Address: Decodable {
        var address: String
        var category: String
        var diagnosis: String
    }

    @Test(
        "isemail's vectors: no wrong address passes, every plain right one does",
        .enabled(if: Vectors.shared("data/contact_vectors") != nil, "needs ../shared/data")
    )
    func isemail() throws {
        let url = try #require(Vectors.shared("data/contact_vectors/isemail_vectors.json"))
        let addresses = try JSONDecoder().decode([Address].self, from: Data(contentsOf: url))
        #expect(addresses.count == 164)
        // White space around an address is forgiven here.
        for vector in addresses where vector.address == vector.address.trimmingCharacters(in: .whitespacesAndNewlines) {
            let isTaken = EmailKey(vector.address) != nil
            if vector.category == "ISEMAIL_ERR" { #expect(!isTaken, "\(vector.address)") }
            let isPlain =
                !vector.address.contains("\"") && vector.address.split(separator: "@").last?.contains(".") == true
            if vector.diagnosis == "ISEMAIL_VALID", isPlain { #expect(isTaken, "\(vector.address)") }
        }
    }
}
