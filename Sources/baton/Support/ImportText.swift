import LeadApp
import LeadCore
import LeadStore

/// Imports in words, for the terminal.
enum ImportText {
    static func reading(_ name: String, _ preview: ImportPreview) -> String {
        let mapped = preview.header.compactMap { column -> [String]? in
            guard let uses = preview.mapping.columns[column]?.uses else { return nil }
            return [column, uses.map(\.word).joined(separator: ", ")]
        }
        let constants = preview.mapping.constants.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { ["(always \($0.value))", $0.key.rawValue] }
        var lines = [
            "\(name): \(preview.facts.rows.grouped) rows, \(preview.mapping.kind.label.lowercased()), "
                + "\(preview.encoding.rawValue), columns parted by \(separator(preview.delimiter))",
            "",
            TextTable(header: ["column", "fills"], rows: mapped + constants).text,
        ]
        if !preview.unmapped.isEmpty {
            lines.append("Kept as they are: \(preview.unmapped.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func outcomes(_ tally: ImportTally) -> String {
        let rows = RowOutcome.allCases.filter { tally[$0] != 0 }.map { [$0.label, tally[$0].grouped] }
        return TextTable(header: ["outcome", "rows"], rows: rows + [["All", tally.total.grouped]], numeric: [1]).text
    }

    static func reason(_ sentence: String, _ rows: Int) -> String {
        "\(rows.grouped) × \(sentence)"
    }

    private static func separator(_ delimiter: String) -> String {
        ["tab": "tabs", ",": "commas", ";": "semicolons", "|": "bars"][delimiter] ?? delimiter
    }
}

extension Int {
    /// `1,234,567`.
    var grouped: String {
        let digits = Array(String(magnitude))
        var text = self < 0 ? "-" : ""
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
