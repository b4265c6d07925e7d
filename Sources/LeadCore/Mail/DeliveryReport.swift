/// A mail server's report on a mail that it could not deliver, or not yet (RFC 3464).
package struct DeliveryReport: Hashable, Sendable {
    package enum Action: String, Sendable {
        case failed, delayed, delivered, relayed, expanded
    }

    package struct Recipient: Hashable, Sendable {
        package var address: String
        package var action: Action
        /// `5.1.1`.
        package var status: String
        /// What the other server said.
        package var diagnosis: String?
    }

    /// Of the mail that it is about, without brackets; nil when the report does not say.
    package var messageID: String?
    package var recipients: [Recipient]

    /// Reads a report; nil when the message is none.
    package init?(_ message: [UInt8]) {
        let parts = MailParts(message).flat
        guard let status = parts.first(where: { $0.type == "message/delivery-status" }) else { return nil }
        recipients = HeaderBlock.groups(in: status.content).compactMap(Recipient.init)
        guard !recipients.isEmpty else { return nil }
        let original = parts.first { ["message/rfc822", "text/rfc822-headers", "message/global"].contains($0.type) }
        messageID = original.flatMap { HeaderBlock($0.content)["message-id"] }.map { text in
            String(text.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
        }
        if messageID?.isEmpty == true { messageID = nil }
    }

    /// Whether it says that a mail will never arrive.
    package var isFinal: Bool { recipients.contains { $0.action == .failed } }
}

extension DeliveryReport.Recipient {
    fileprivate init?(_ block: HeaderBlock) {
        guard let word = block["action"]?.lowercased(), let action = DeliveryReport.Action(rawValue: word),
            let final = block["final-recipient"] ?? block["original-recipient"]
        else { return nil }
        let value = final.split(separator: ";", maxSplits: 1).last.map(String.init) ?? final
        address = value.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }
        self.action = action
        status = block["status"]?.prefix { !$0.isWhitespace }.description ?? ""
        diagnosis = block["diagnostic-code"].map { text in
            let words = text.split(separator: ";", maxSplits: 1).last ?? ""
            return String(words.drop { $0.isWhitespace }.prefix(300))
        }
    }

    /// `550` for what is said as 5.1.1: only its first digit is certain.
    package var code: Int { status.first.flatMap(\.wholeNumberValue).map { $0 * 100 + 50 } ?? 550 }
}

/// Header fields by their lower-case names; folded lines are one.
struct HeaderBlock {
    private var fields: [String: String] = [:]

    init(_ bytes: ArraySlice<UInt8>) {
        var name = ""
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            let text = String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            if text.isEmpty { break }
            if text.first == " " || text.first == "\t" {
                if !name.isEmpty { fields[name, default: ""] += " " + text.drop { $0.isWhitespace } }
                continue
            }
            guard let colon = text.firstIndex(of: ":") else { continue }
            let key = text[..<colon].lowercased()
            name = fields[key] == nil ? key : ""
            if !name.isEmpty { fields[name] = String(text[text.index(after: colon)...].drop { $0.isWhitespace }) }
        }
    }

    subscript(name: String) -> String? { fields[name] }

    /// Blocks with blank lines between them.
    static func groups(in bytes: ArraySlice<UInt8>) -> [HeaderBlock] {
        var groups: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var index = bytes.startIndex
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            if line.allSatisfy({ $0 == 13 || $0 == 32 }) {
                groups.append(bytes[start..<index])
                start = min(index + line.count + 1, bytes.endIndex)
            }
            index = min(index + line.count + 1, bytes.endIndex)
        }
        groups.append(bytes[start...])
        return groups.filter { !$0.isEmpty }.map(HeaderBlock.init)
    }
}

/// A message's parts, as far as a report needs them.
struct MailParts {
    struct Part {
        var type: String
        var content: ArraySlice<UInt8>
    }

    private(set) var flat: [Part] = []

    init(_ message: [UInt8]) {
        add(message[...], depth: 0)
    }

    private mutating func add(_ message: ArraySlice<UInt8>, depth: Int) {
        let head = HeaderBlock(message)
        let content = Self.content(of: message)
        let value = head["content-type"] ?? "text/plain"
        let type = value.prefix { $0 != ";" && !$0.isWhitespace }.lowercased()
        guard type.hasPrefix("multipart/"), depth < 5, let edge = Self.boundary(in: value) else {
            flat.append(Part(type: type, content: content))
            return
        }
        for part in Self.parts(of: content, edge: Array("--\(edge)".utf8)) { add(part, depth: depth + 1) }
    }

    /// What stands behind the first empty line.
    private static func content(of message: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var index = message.startIndex
        for line in message.split(separator: 10, omittingEmptySubsequences: false) {
            index = min(index + line.count + 1, message.endIndex)
            if line.isEmpty || (line.count == 1 && line.first == 13) { return message[index...] }
        }
        return message[message.endIndex...]
    }

    private static func boundary(in type: String) -> String? {
        for part in type.split(separator: ";").dropFirst() {
            let text = part.drop { $0.isWhitespace }
            guard text.lowercased().hasPrefix("boundary=") else { continue }
            let value = text.dropFirst(9)
            return value.first == "\""
                ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value.prefix { !$0.isWhitespace })
        }
        return nil
    }

    private static func parts(of content: ArraySlice<UInt8>, edge: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var index = content.startIndex
        for line in content.split(separator: 10, omittingEmptySubsequences: false) {
            let next = min(index + line.count + 1, content.endIndex)
            if line.starts(with: edge) {
                if let start { parts.append(content[start..<index]) }
                start = line.dropFirst(edge.count).starts(with: [45, 45]) ? nil : next
            }
            index = next
        }
        if let start { parts.append(content[start...]) }
        return parts
    }
}
