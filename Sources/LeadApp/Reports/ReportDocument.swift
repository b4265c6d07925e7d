import LeadCore
package import LeadInsight

/// A report as JSON: typed values under the columns' keys.
///
/// Durations are seconds, money is `[{"minor": 1250, "currency": "EUR"}]`, shares are parts of 1, times RFC 3339.
package struct ReportDocument: Encodable, Sendable {
    package struct Table: Encodable, Sendable {
        var title: String
        var columns: [Column]
        var rows: [Row]
        var notes: [String]
    }

    package struct Column: Encodable, Sendable {
        var key: String
        var title: String
        var kind: String
    }

    package struct Row: Encodable, Sendable {
        var cells: [(key: String, cell: ReportTable.Cell)]

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            for (key, cell) in cells { try container.encode(Value(cell: cell), forKey: Key(stringValue: key)) }
        }
    }

    package var name: String
    package var groupedBy: String
    package var asOf: String
    package var tables: [Table]

    package init(_ report: ReportAnswer) {
        name = report.question.name.rawValue
        groupedBy = report.question.groupBy.rawValue
        asOf = RFC3339.text(report.question.scope.asOf)
        tables = report.tables.map { table in
            Table(
                title: table.title,
                columns: table.columns.map { Column(key: $0.key, title: $0.title, kind: $0.kind.rawValue) },
                rows: table.rows.map { row in
                    Row(cells: zip(table.columns, row).map { (key: $0.key, cell: $1) })
                },
                notes: table.notes
            )
        }
    }
}

private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}

private struct Value: Encodable {
    let cell: ReportTable.Cell

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch cell {
        case .none: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .count(let n): try container.encode(n)
        case .duration(let span): try container.encode(Double(span.milliseconds) / 1000)
        case .money(let amounts): try container.encode(amounts.sums)
        case .share(let share): try container.encode(share)
        case .instant(let instant): try container.encode(RFC3339.text(instant))
        }
    }
}
