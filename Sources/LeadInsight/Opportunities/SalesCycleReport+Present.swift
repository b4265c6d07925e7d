import LeadCore

extension SalesCycleReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.salesCycle),
            columns: groupBy.column + [
                .init("wins", "Wins", .count),
                .init("mean", "Mean", .duration),
                .init("median", "Median", .duration),
                .init("p90", "90th percentile", .duration),
                .init("max", "Longest", .duration),
            ],
            rows: rows.map { row in
                groupBy.cell(row.groupLabel) + [
                    .count(row.cycle.count),
                    .duration(row.cycle.mean),
                    .duration(row.cycle.median),
                    .duration(row.cycle.p90),
                    .duration(row.cycle.max),
                ]
            },
            notes: ["From the creation of a deal's first lead until it was won."]
        )
    }

    package var chart: ReportChart? {
        guard !rows.isEmpty else { return nil }
        return ReportChart(
            title: "Median time from first contact to sale",
            shape: .bars,
            unit: .duration,
            categories: .labels(rows.map(\.groupLabel)),
            series: [.init("Median", rows.map { Double($0.cycle.median.milliseconds) })]
        )
    }
}
