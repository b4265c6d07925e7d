import LeadCore
import LeadStore

/// Writes export rows as CSV (RFC 4180, formulas defused) or as one JSON object a line.
///
/// Times are RFC 3339, amounts have the decimals of their currency, people are called by name.
struct ExportLines {
    let keys: [String]
    let format: ExportFormat
    let directory: Directory

    var header: String? {
        format == .csv ? keys.joined(separator: ",") + "\r\n" : nil
    }

    func line(_ cells: [ExportCell]) -> String {
        switch format {
        case .csv: DelimitedText.line(cells.map(plain))
        case .ndjson: "{" + zip(keys, cells).map { "\(quoted($0)):\(json($1))" }.joined(separator: ",") + "}\n"
        }
    }

    private func plain(_ cell: ExportCell) -> String {
        switch cell {
        case .none: ""
        case .text(let text), .json(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .money(let money): money.decimalText
        case .instant(let instant): RFC3339.text(instant)
        case .user(let user): directory.name(user)
        case .owner(let owner): directory.name(owner)
        case .seller(let owner): directory.salesOwner(owner).map { directory.name($0) } ?? ""
        }
    }

    private func json(_ cell: ExportCell) -> String {
        switch cell {
        case .none: "null"
        case .integer, .flag, .money, .json: plain(cell)
        case .seller(let owner): directory.salesOwner(owner).map { quoted(directory.name($0)) } ?? "null"
        case .text, .instant, .user, .owner: quoted(plain(cell))
        }
    }

    /// A JSON string (RFC 8259 section 7).
    private func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
