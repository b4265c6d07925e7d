extension MailMessage {
    /// The message as RFC 5322 and MIME write it; the same mail is always the same bytes.
    package var bytes: [UInt8] {
        var out = Array(head.utf8)
        let body = bodyPart
        guard !attachments.isEmpty else { return out + body.bytes }
        let edge = boundary("mixed")
        out += Array("Content-Type: multipart/mixed;\r\n boundary=\"\(edge)\"\r\n\r\n".utf8)
        for part in [body] + attachments.map(Part.init) { out += Array("--\(edge)\r\n".utf8) + part.bytes }
        return out + Array("--\(edge)--\r\n".utf8)
    }

    private var head: String {
        var lines = [
            "Date: \(MailDate.text(date))", Self.address("From", from), Self.address("To", to),
            "Message-ID: <\(messageID)>", "Subject: \(HeaderText.unstructured(subject, after: 9))",
        ]
        if let replyTo { lines.append(Self.address("Reply-To", replyTo)) }
        for field in extra { lines.append("\(field.name): \(HeaderText.oneLine(field.value))") }
        lines.append("MIME-Version: 1.0")
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func address(_ field: String, _ address: MailAddress) -> String {
        guard !address.name.isEmpty else { return "\(field): \(address.mailbox)" }
        let phrase = HeaderText.phrase(address.name, after: field.utf8.count + 2)
        let fits = phrase.utf8.count + address.mailbox.utf8.count < 64
        return "\(field): \(phrase)\(fits ? "" : "\r\n") <\(address.mailbox)>"
    }

    /// The text, with the HTML beside it as its alternative.
    private var bodyPart: Part {
        let plain = Part(text: text, type: "plain")
        guard let html else { return plain }
        let edge = boundary("alternative")
        var bytes: [UInt8] = []
        for part in [plain, Part(text: html, type: "html")] { bytes += Array("--\(edge)\r\n".utf8) + part.bytes }
        bytes += Array("--\(edge)--\r\n".utf8)
        return Part(head: "Content-Type: multipart/alternative;\r\n boundary=\"\(edge)\"\r\n\r\n", body: bytes)
    }

    /// `=_` stands in no encoded part, so no content can hold the boundary.
    private func boundary(_ kind: String) -> String {
        let id = messageID.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(32)
        return "=_\(kind)_\(id)"
    }

    private struct Part {
        var head: String
        var body: [UInt8]

        var bytes: [UInt8] { Array(head.utf8) + body }

        init(head: String, body: [UInt8]) {
            self.head = head
            self.body = body
        }

        init(text: String, type: String) {
            head = """
                Content-Type: text/\(type); charset=utf-8\r
                Content-Transfer-Encoding: quoted-printable\r\n\r\n
                """
            body = QuotedPrintable.lines(of: text)
        }

        init(_ file: Attachment) {
            let type = MediaTypeText.safe(file.mediaType)
            head = """
                Content-Type: \(type)\r
                Content-Transfer-Encoding: base64\r
                Content-Disposition: attachment;\(FileNameText.parameters(file.name))\r\n\r\n
                """
            body = Base64.lines(of: file.bytes)
        }
    }
}

/// A media type that can stand in a header; what is none is any file.
private enum MediaTypeText {
    static func safe(_ text: String) -> String {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let fits =
            parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { isToken($0) }
            }
        return fits ? text : "application/octet-stream"
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-._".utf8.contains(byte)
    }
}

/// A file's name, for readers of every age (RFC 2183, RFC 2231).
private enum FileNameText {
    static func parameters(_ name: String) -> String {
        let name = HeaderText.oneLine(name)
        let plain = String(name.map { $0.isASCII && $0 != "\"" && $0 != "\\" ? $0 : "_" })
        guard plain != name || name.utf8.count > 60 else { return "\r\n filename=\"\(plain)\"" }
        return continued(Array(name.utf8))
    }

    private static func continued(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF")
        let safe = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._".utf8)
        return stride(from: 0, to: bytes.count, by: 18).map { start in
            let text = bytes[start..<min(start + 18, bytes.count)].map { byte in
                safe.contains(byte)
                    ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }.joined()
            return "\r\n filename*\(start / 18)*=\(start == 0 ? "utf-8''" : "")\(text)"
        }.joined(separator: ";")
    }
}

/// A moment as RFC 5322 section 3.3 writes it, in UTC.
enum MailDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(_ at: Instant) -> String {
        let local = ZoneRules.utc.local(at)
        let date = local.date.components
        let time = [local.hour, local.minute, local.second].map { two($0) }.joined(separator: ":")
        let day = days[local.date.mondayIndex]
        return "\(day), \(two(date.day)) \(months[date.month - 1]) \(date.year) \(time) +0000"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
