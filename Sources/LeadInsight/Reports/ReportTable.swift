package import LeadCore

/// A report as a table of typed values: one shape that the web page, CSV, JSON, XLSX and the terminal all print.
package struct ReportTable: Hashable, Sendable {
    /// What a column holds, and so how its cells are written and aligned.
    package enum Kind: String, Hashable, Sendable {
        case text, count, duration, money, share, instant
    }

    package struct Column: Hashable, Sendable {
        /// Stable, lower-case with hyphens: the name in JSON and in a CSV header.
        package var key: String
        package var title: String
        package var kind: Kind

        package init(_ key: String, _ title: String, _ kind: Kind) {
            self.key = key
            self.title = title
            self.kind = kind
        }
    }

    package enum Cell: Hashable, Sendable {
        /// There is nothing to say, which is not zero.
        case none
        case text(String)
        case count(Int)
        case duration(Span)
        /// One sum per currency; empty is nothing sold.
        case money(Amounts)
        /// A part of a whole, or a return on it: 0.25 is written 25 %.
        case share(Double)
        case instant(Instant)
    }

    package var title: String
    package var columns: [Column]
    package var rows: [[Cell]]
    /// What a reader should know to read the figures right.
    package var notes: [String]

    package init(title: String, columns: [Column], rows: [[Cell]], notes: [String] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }
}

extension ReportTable.Cell {
    static func duration(_ value: Span?) -> Self { value.map { .duration($0) } ?? .none }
    static func money(_ value: Money?) -> Self { value.map { .money(Amounts([$0])) } ?? .none }
    static func share(_ value: Double?) -> Self { value.map { .share($0) } ?? .none }
}
