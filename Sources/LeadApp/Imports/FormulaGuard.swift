/// Keeps a spreadsheet from running what somebody wrote into a cell.
///
/// An apostrophe in front makes text of it. It is taken off again when the file is imported, so that a row which was mended and
/// comes back is the row that it was.
enum FormulaGuard {
    static func guarded(_ cell: String) -> String {
        isFormula(cell[...]) ? "'" + cell : cell
    }

    static func unguarded(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'"), isFormula(cell.dropFirst()) else { return cell }
        return String(cell.dropFirst())
    }

    /// Numbers and phone numbers may begin with a sign.
    private static func isFormula(_ cell: Substring) -> Bool {
        switch cell.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): !cell.utf8.allSatisfy { harmless.contains($0) }
        default: false
        }
    }

    private static let harmless = Set("0123456789 .,()/+-".utf8)
}
