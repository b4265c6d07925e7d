/// An address as a mail's header and envelope take it, with the name beside it.
///
///     MailAddress("Grace Hopper <grace@navy.example>")
///
/// Only what can stand in a header is one: no line breaks, no brackets, and ASCII on both sides of the `@`.
package struct MailAddress: Hashable, Codable, Sendable {
    package let name: String
    package let mailbox: String

    /// Nil when mail cannot be sent there.
    package init?(name: String = "", mailbox: String) {
        guard mailbox.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), mailbox.utf8.count <= 254 else { return nil }
        let parts = mailbox.split(separator: "@", omittingEmptySubsequences: false)
        let forbidden: Set<Character> = ["<", ">", "(", ")", ",", ";", ":", "\\", "\"", "[", "]"]
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !mailbox.contains(where: forbidden.contains) else {
            return nil
        }
        self.name = HeaderText.oneLine(name)
        self.mailbox = mailbox
    }

    /// `box@example.com` or `Name <box@example.com>`.
    package init?(_ text: String) {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            self.init(mailbox: text)
            return
        }
        let mailbox = text[text.index(after: open)...].dropLast()
        var name = text[..<open]
        while name.last?.isWhitespace == true { name.removeLast() }
        if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = name.dropFirst().dropLast() }
        self.init(name: String(name), mailbox: String(mailbox))
    }

    package var domain: String { String(mailbox.split(separator: "@").last ?? "") }

    /// What two spellings of one address have in common.
    package var key: String { mailbox.lowercased() }
}
