import Foundation
import LeadCore
import Testing

/// A message as Python's email package reads it.
private struct Read: Decodable {
    var headers: [String: String]
    var defects: [String]
    var text: String
    var html: String?
    var files: [File]
    var longest: Int
    var lines: Bool

    struct File: Decodable {
        var name: String
        var type: String
        var hex: String
    }

    static func of(_ message: MailMessage) async throws -> Read {
        let script = """
            import sys, json, email, email.policy
            raw = sys.stdin.buffer.read()
            m = email.message_from_bytes(raw, policy=email.policy.default)
            text = m.get_body(("plain",)); html = m.get_body(("html",))
            defects = [str(d) for p in m.walk() for d in p.defects] + [str(d) for p in m.walk() for h in p.values() for d in getattr(h, "defects", [])]
            print(json.dumps({
                "headers": {k: str(v) for k, v in m.items()}, "defects": defects,
                "text": text.get_content().replace("\\r\\n", "\\n"), "html": html.get_content() if html else None,
                "files": [{"name": p.get_filename(), "type": p.get_content_type(), "hex": (p.get_payload(decode=True)).hex()} for p in m.iter_attachments()],
                "longest": max(len(line) for line in raw.split(b"\\r\\n")),
                "lines": b"\\n" not in raw.replace(b"\\r\\n", b"") and b"\\r" not in raw.replace(b"\\r\\n", b"") and all(b < 128 for b in raw),
            }))
            """
        return try JSONDecoder().decode(Read.self, from: Data(try await Python.run(script, message.bytes).utf8))
    }
}

@Suite("Messages as Python's email package reads them")
struct MailMessageTests {
    private static func message(_ edit: (inout MailMessage) -> Void = { _ in }) throws -> MailMessage {
        var message = MailMessage(
            messageID: "019a-7@baton.example",
            from: try #require(MailAddress("Baton Sales <sales@baton.example>")),
            to: try #require(MailAddress(name: "Grace Hopper", mailbox: "grace@navy.example")),
            date: Instant(milliseconds: 1_781_690_400_000),
            subject: "Thank you",
            text: "Hello\n"
        )
        edit(&message)
        return message
    }

    @Test("D1: a plain message has its headers, one text, and no defect")
    func plain() async throws {
        let read = try await Read.of(try Self.message())
        #expect(read.defects == [])
        #expect(read.headers["From"] == "Baton Sales <sales@baton.example>")
        #expect(read.headers["To"] == "Grace Hopper <grace@navy.example>")
        #expect(read.headers["Date"] == "Wed, 17 Jun 2026 10:00:00 +0000")
        #expect(read.headers["Message-ID"] == "<019a-7@baton.example>")
        #expect(read.text == "Hello\n")
        #expect(read.lines)
    }

    @Test(
        "D1: subjects and names of every script arrive as they were",
        arguments: [
            "Vielen Dank für Ihre Anfrage über unsere Geräte, wir melden uns in Kürze bei Ihnen zurück",
            "ありがとうございます 株式会社テスト 🚀 ご連絡いたします",
            "=?utf-8?B?SGk=?=", "a \"quoted\" \\ name, with; signs", " blanks  around ",
            String(repeating: "long ", count: 40) + "end",
            String(repeating: "x", count: 200), "Ünïcödé " + String(repeating: "ж", count: 120),
        ]
    )
    func scripts(text: String) async throws {
        let read = try await Read.of(
            try Self.message { message in
                message.subject = text
                message.to = MailAddress(name: text, mailbox: "grace@navy.example") ?? message.to
            }
        )
        #expect(read.defects == [])
        #expect(read.headers["Subject"] == text)
        #expect(read.headers["To"]?.contains("<grace@navy.example>") == true)
        #expect(read.longest <= 78)
    }

    @Test(
        "D1: no text begins a header of its own",
        arguments: [
            "\r\nBcc: all@navy.example", "\nX-Evil: 1", "\r\r\n\nbody", "\u{2028}Bcc: x@y.example",
            "\u{0B}Bcc: x@y.example",
        ]
    )
    func injection(text: String) async throws {
        let read = try await Read.of(
            try Self.message { message in
                message.subject = "Hi" + text
                message.to = MailAddress(name: "Grace" + text, mailbox: "grace@navy.example") ?? message.to
                message.extra = [("Content-Language", "en" + text)]
                message.attachments = [.init(name: "a" + text, mediaType: "text/plain" + text, bytes: [1])]
            }
        )
        #expect(read.headers["Bcc"] == nil)
        #expect(read.headers["X-Evil"] == nil)
        #expect(read.files.count == 1)
        #expect(MailAddress(mailbox: "grace@navy.example\(text)") == nil)
    }

    @Test("D1: text and HTML are alternatives, and files arrive byte for byte")
    func parts() async throws {
        let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let text = "Grüße\n.\n..dots\nFrom me =20 \t\n" + String(repeating: "lang ", count: 60) + "\nEnde"
        let read = try await Read.of(
            try Self.message { message in
                message.text = text
                message.html = "<p>Grüße &amp; Co</p>"
                message.attachments = [
                    .init(
                        name: "Preise und Geräte 2026 – Übersicht für Käufer in aller Welt.pdf",
                        mediaType: "application/pdf",
                        bytes: bytes
                    ),
                    .init(name: "next.ics", mediaType: "text/calendar", bytes: Array("BEGIN".utf8)),
                ]
            }
        )
        #expect(read.defects == [])
        #expect(read.text.trimmingCharacters(in: .newlines) == text)
        #expect(read.html?.trimmingCharacters(in: .newlines) == "<p>Grüße &amp; Co</p>")
        #expect(
            read.files.map(\.name) == ["Preise und Geräte 2026 – Übersicht für Käufer in aller Welt.pdf", "next.ics"]
        )
        #expect(read.files.map(\.type) == ["application/pdf", "text/calendar"])
        #expect(read.files.first?.hex == bytes.map { String(format: "%02x", $0) }.joined())
        #expect(read.longest <= 78)
    }

    @Test("D1: addresses are read with their names, and what cannot stand in a header is none")
    func addresses() {
        #expect(MailAddress("Sales <a@b.example>")?.name == "Sales")
        #expect(MailAddress("\"Sales, North\" <a@b.example>")?.name == "Sales, North")
        #expect(MailAddress("a@b.example")?.mailbox == "a@b.example")
        for text in ["", "a", "a@b@c", "a b@c.example", "grüße@b.example", "<a@b.example", "@b.example", "a@"] {
            #expect(MailAddress(text) == nil, "\(text)")
        }
    }
}
