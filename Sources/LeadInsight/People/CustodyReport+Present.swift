import LeadCore

extension CustodyReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: ReportName.custody.title,
            columns: [
                .init("owner", "Owner", .text),
                .init("open", "Open leads", .count),
                .init("overdue", "Overdue", .count),
                .init("without-clock", "Without a clock", .count),
                .init("value", "Expected value", .money),
                .init("median-age", "Median age", .duration),
                .init("max-age", "Oldest", .duration),
            ],
            rows: rows.map { row in
                [
                    .text(row.ownerLabel),
                    .count(row.open),
                    .count(row.overdue),
                    .count(row.withoutClock),
                    .money(row.value),
                    .duration(row.age?.median),
                    .duration(row.age?.max),
                ]
            },
            notes: ["Overdue leads have a running clock past its due time. No open lead should be without a clock."]
        )
    }

    package var chart: ReportChart? {
        let largest = rows.sorted { $1.open < $0.open }.prefix(20)
        guard !largest.isEmpty else { return nil }
        return ReportChart(
            title: "Open leads by owner",
            shape: .stackedBars,
            unit: .count,
            categories: .labels(largest.map(\.ownerLabel)),
            series: [
                .init("In time", largest.map { Double($0.open - $0.overdue) }),
                .init("Overdue", largest.map { Double($0.overdue) }),
            ]
        )
    }
}
