/// Records as comma-separated text (RFC 4180): the one writer of all files that Baton hands out.
package enum DelimitedText {
    /// One record without its line end, each cell exactly as it is: what was read can be read again.
    package static func record(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",")
    }

    /// One line for a spreadsheet, which may open it without running anything.
    package static func line(_ cells: [String]) -> String {
        record(cells.map(FormulaGuard.guarded)) + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let special: (UInt8) -> Bool = { ",;\"\r\n".utf8.contains($0) }
        let isPadded = text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard isPadded || text.utf8.contains(where: special) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
