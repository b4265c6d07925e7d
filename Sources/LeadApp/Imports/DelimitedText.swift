/// Records as comma-separated text (RFC 4180).
package enum DelimitedText {
    /// One record without its line end.
    package static func record(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",")
    }

    private static func cell(_ text: String) -> String {
        let special: (UInt8) -> Bool = { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        let isPadded = text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard isPadded || text.utf8.contains(where: special) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
