/// Lines of a CSV file (RFC 4180) that a spreadsheet opens without running anything.
enum CSVLine {
    enum Cell {
        case text(String)
        /// Digits of our own making, which need no guard.
        case number(String)
    }

    static func text(_ cells: [Cell]) -> String {
        cells.map { cell in
            switch cell {
            case .text(let text): quoted(guarded(text))
            case .number(let number): number
            }
        }.joined(separator: ",") + "\r\n"
    }

    /// What a spreadsheet would take for a formula gets an apostrophe in front.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { "\",\r\n;".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
