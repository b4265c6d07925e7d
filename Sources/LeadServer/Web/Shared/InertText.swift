/// Text from anybody, made safe to look at: what would be invisible or would turn the line around is shown as a sign.
///
/// Escaping for HTML is the templates' work; this is about what a reader could be deceived with.
enum InertText {
    static func visible(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: out.append(scalar)
            // Control pictures: the sign for NUL is U+2400.
            case 0..<0x20: out.append(contentsOf: sign(0x2400 + scalar.value))
            case 0x7F: out.append(contentsOf: sign(0x2421))
            case 0x80...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFFF9...0xFFFB, 0xE0000...0xE007F:
                out.append(contentsOf: name(scalar.value))
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The beginning of a text, and whether that is all of it.
    static func excerpt(_ text: String, _ length: Int) -> (text: String, isWhole: Bool) {
        let end = text.index(text.startIndex, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
        return end == text.endIndex ? (text, true) : (text[..<end] + " …", false)
    }

    private static func sign(_ value: UInt32) -> String.UnicodeScalarView {
        var view = String.UnicodeScalarView()
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        return view
    }

    /// "‹U+202E›".
    private static func name(_ value: UInt32) -> String.UnicodeScalarView {
        let digits = String(value, radix: 16, uppercase: true)
        return "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›".unicodeScalars
    }
}
