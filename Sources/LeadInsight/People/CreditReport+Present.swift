import LeadCore

extension CreditReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: side == .marketing ? "Credit to marketing" : "Credit to sales",
            columns: [
                .init("owner", side == .marketing ? "Marketing owner" : "Owner in sales", .text),
                .init("leads", "Leads", .count),
                .init("accepted", "Accepted", .count),
                .init("sales", "Sales", .count),
                .init("won", "Won", .money),
            ],
            rows: rows.map { row in
                [.text(row.ownerLabel), .count(row.leads), .count(row.accepted), .count(row.sales), .money(row.won)]
            },
            notes: ["Marketing and sales are credited for the same leads and sales: do not add the two tables up."]
        )
    }

    package var chart: ReportChart? {
        let best = rows.prefix(20)
        guard !best.isEmpty else { return nil }
        return ReportChart(
            title: "Accepted leads and sales by \(side == .marketing ? "marketing owner" : "owner")",
            shape: .bars,
            unit: .count,
            categories: .labels(best.map(\.ownerLabel)),
            series: [
                .init("Accepted", best.map { Double($0.accepted) }),
                .init("Sales", best.map { Double($0.sales) }),
            ]
        )
    }
}
