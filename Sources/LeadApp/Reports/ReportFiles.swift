package import LeadInsight

extension ReportText {
    /// RFC 4180 with a header; several tables are separated by an empty line.
    ///
    /// Formulas are defused by a leading apostrophe.
    package func csv(_ report: ReportAnswer) -> String {
        report.tables.map { table in
            ([table.columns.map(\.key)] + table.rows.map { $0.map(plain) })
                .map(DelimitedText.line).joined()
        }.joined(separator: "\r\n")
    }

    /// A table with columns lined up, numbers to the right.
    package func terminal(_ report: ReportAnswer) -> String {
        report.tables.map { table in
            let rows = [table.columns.map(\.title)] + table.rows.map { $0.map(words) }
            let widths = table.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
            let lines = rows.map { row in
                row.indices.map { column in
                    let pad = String(repeating: " ", count: widths[column] - row[column].count)
                    return table.columns[column].kind == .text ? row[column] + pad : pad + row[column]
                }.joined(separator: "  ")
            }
            let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
            let notes = table.notes.map { "  \($0)" }
            return ([table.title, rule] + lines.prefix(1) + [rule] + lines.dropFirst() + notes).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }
}
