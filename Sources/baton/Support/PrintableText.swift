/// Text from data as a terminal may show it.
///
/// Names and messages come from strangers: an escape sequence in one could rename the window, hide lines or type commands.
enum PrintableText {
    /// Control characters and marks that turn the direction of writing become `\u{FFFD}`.
    ///
    /// - Parameter keepsLines: line ends and tabs stay, as in a text that we put together ourselves.
    static func of(_ text: String, keepsLines: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: { isUnsafe($0, keepsLines) }) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { safe.append(isUnsafe(scalar, keepsLines) ? "\u{FFFD}" : scalar) }
        return String(safe)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar, _ keepsLines: Bool) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: !keepsLines
        case 0..<0x20, 0x7F...0x9F: true
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }
}
