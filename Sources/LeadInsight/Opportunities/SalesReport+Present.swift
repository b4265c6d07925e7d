extension SalesReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: "Sales by \(subject.label.lowercased())",
            columns: [
                subject.column,
                .init("wins", "Wins", .count),
                .init("won", "Won", .money),
            ],
            rows: rows.map { row in
                [row.start.map { .instant($0) } ?? .text(row.groupLabel), .count(row.wins), .money(row.won)]
            }
        )
    }

    /// The wins of each month; other sales are clearer in their table.
    package var chart: ReportChart? {
        let starts = rows.compactMap(\.start)
        guard !starts.isEmpty else { return nil }
        return ReportChart(
            title: "Wins by month",
            shape: .bars,
            unit: .count,
            categories: .instants(starts),
            series: [.init("Wins", rows.map { Double($0.wins) })]
        )
    }
}

extension SalesReport.Subject {
    fileprivate var label: String {
        switch self {
        case .product: "Product"
        case .seller: "Seller"
        case .source: "Source"
        case .campaign: "Campaign"
        case .month: "Month"
        }
    }

    fileprivate var column: ReportTable.Column {
        if case .month = self { return .init("month", label, .instant) }
        return .init(label.lowercased(), label, .text)
    }
}
