/// Records as comma-separated text (RFC 4180): the one writer of all files that Baton hands out.
package enum DelimitedText {
    /// One record without its line end, each cell exactly as it is: what was read can be read again.
    package static func record(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",")
    }

    /// One line for a spreadsheet, which may open it without running anything.
    package static func line(_ cells: [String]) -> String {
        record(cells.map(guarded)) + "\r\n"
    }

    /// What a spreadsheet would take for a formula gets an apostrophe in front; a number is none.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else { return text }
        return isNumber(text) ? text : "'" + text
    }

    /// A sign, digits and at most one point: amounts, and phone numbers without blanks.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst(
            text.utf8.first == UInt8(ascii: "+") || text.utf8.first == UInt8(ascii: "-") ? 1 : 0
        )
        let points = digits.count { $0 == UInt8(ascii: ".") }
        return digits.count > points && points <= 1
            && digits.allSatisfy { $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func cell(_ text: String) -> String {
        let special: (UInt8) -> Bool = { ",;\"\r\n".utf8.contains($0) }
        let isPadded = text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard isPadded || text.utf8.contains(where: special) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
