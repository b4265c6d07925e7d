/// Keeps a spreadsheet from running what somebody wrote into a cell, in every file that Baton hands out.
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

    /// What a spreadsheet would reckon with; a number is none.
    private static func isFormula(_ cell: Substring) -> Bool {
        switch cell.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(cell.utf8.dropFirst())
        default: false
        }
    }

    /// Digits and at most one point behind the sign: amounts, and phone numbers without blanks.
    private static func isNumber(_ digits: Substring.UTF8View) -> Bool {
        let points = digits.count { $0 == UInt8(ascii: ".") }
        return digits.count > points && points <= 1
            && digits.allSatisfy { $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
