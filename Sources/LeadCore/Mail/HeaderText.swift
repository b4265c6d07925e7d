/// Text in a mail's header: one line, at most 76 signs each, encoded words for all but plain ASCII (RFC 5322, RFC 2047).
enum HeaderText {
    /// Without line breaks and other control characters, so that no text can begin a header of its own.
    static func oneLine(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isBreak = scalar.value == 0x2028 || scalar.value == 0x2029
            scalars.append(isControl || isBreak ? " " : scalar)
        }
        return String(scalars)
    }

    /// A subject or another text that a person reads.
    static func unstructured(_ text: String, after column: Int) -> String {
        let line = oneLine(text)
        guard isPlain(line), let folded = fold(line, after: column) else { return words(of: line, after: column) }
        return folded
    }

    /// The name before an address.
    static func phrase(_ text: String, after column: Int) -> String {
        guard isPlain(text), text.utf8.count <= 60 else { return words(of: text, after: column) }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?") && text.first != " "
            && text.last != " "
    }

    /// Breaks before single blanks; nil where a word is too long for a line or blanks follow one another.
    private static func fold(_ text: String, after column: Int) -> String? {
        var lines = ""
        var width = column
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            guard word.utf8.count < 70, !word.isEmpty || text.isEmpty else { return nil }
            if index > 0, width + 1 + word.utf8.count > 76 {
                lines += "\r\n"
                width = 0
            }
            if index > 0 {
                lines += " "
                width += 1
            }
            lines += word
            width += word.utf8.count
        }
        return lines
    }

    /// Encoded words of whole characters, each on a line of its own after the first.
    private static func words(of text: String, after column: Int) -> String {
        var words: [String] = []
        var part: [UInt8] = []
        func room() -> Int { words.isEmpty ? max(12, (76 - column - 12) / 4 * 3) : 45 }
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if part.count + bytes.count > room() {
                words.append("=?utf-8?B?\(Base64.text(of: part))?=")
                part = []
            }
            part += bytes
        }
        if !part.isEmpty { words.append("=?utf-8?B?\(Base64.text(of: part))?=") }
        return words.joined(separator: "\r\n ")
    }
}
