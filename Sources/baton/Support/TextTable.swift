/// Rows in columns as wide as they need to be, for reading in a terminal.
struct TextTable {
    var header: [String]
    var rows: [[String]]
    /// Columns that hold numbers stand to the right.
    var numeric: Set<Int> = []

    var text: String {
        let rows = rows.map { $0.map { PrintableText.of($0) } }
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([header, rule] + rows).map { line($0, widths) }.joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.enumerated().map { column, cell in
            let blank = String(repeating: " ", count: widths[column] - cell.count)
            return numeric.contains(column) ? blank + cell : cell + blank
        }
        let text = padded.joined(separator: "  ")
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}
