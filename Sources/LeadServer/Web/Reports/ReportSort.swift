import LeadCore
import LeadInsight

/// The order of a report's rows that a reader asked for.
struct ReportSort {
    var key: String
    var descending: Bool

    init?(_ query: ReportQuery) {
        guard !query[.sort].isEmpty else { return nil }
        key = query[.sort]
        descending = query[.order] != "ascending"
    }

    /// The rows by the column, those without a value last; as they came where the table has no such column.
    func rows(of table: ReportTable) -> [[ReportTable.Cell]] {
        guard let column = table.columns.firstIndex(where: { $0.key == key }) else { return table.rows }
        let ranked = table.rows.enumerated().sorted { a, b in
            let (x, y) = (a.element[column], b.element[column])
            if x == .none || y == .none { return y == .none && (x != .none || a.offset < b.offset) }
            if x.precedes(y) { return !descending }
            if y.precedes(x) { return descending }
            return a.offset < b.offset
        }
        return ranked.map(\.element)
    }
}

extension ReportTable.Cell {
    fileprivate func precedes(_ other: Self) -> Bool {
        switch (self, other) {
        case (.text(let a), .text(let b)): a.lowercased() < b.lowercased()
        case (.count(let a), .count(let b)): a < b
        case (.duration(let a), .duration(let b)): a < b
        case (.share(let a), .share(let b)): a < b
        case (.instant(let a), .instant(let b)): a < b
        case (.money(let a), .money(let b)): a.total < b.total
        default: false
        }
    }
}

extension Amounts {
    /// Only for putting rows in order: minor units of whatever currency.
    fileprivate var total: Int64 { sums.reduce(0) { $0.addingSaturated($1.minor) } }
}
