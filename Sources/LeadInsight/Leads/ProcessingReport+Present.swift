import LeadCore

extension ProcessingReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.processing),
            columns: groupBy.column + [
                .init("processed", "Processed", .count),
                .init("mean", "Mean", .duration),
                .init("median", "Median", .duration),
                .init("p90", "90th percentile", .duration),
                .init("max", "Longest", .duration),
                .init("working-median", "Median working time", .duration),
                .init("working-p90", "90th percentile working time", .duration),
                .init("sitting", "Not yet", .count),
                .init("oldest", "Oldest of them", .duration),
                .init("median-with-sitting", "Median with those not yet", .duration),
            ],
            rows: rows.map { row in
                groupBy.cell(row.groupLabel) + [
                    .count(row.wall?.count ?? 0), .duration(row.wall?.mean), .duration(row.wall?.median),
                    .duration(row.wall?.p90), .duration(row.wall?.max), .duration(row.working?.median),
                    .duration(row.working?.p90), .count(row.sitting?.count ?? 0), .duration(row.sitting?.max),
                    .duration(row.medianWithSitting),
                ]
            },
            notes: ["From capture until a lead is first accepted, converted or closed; time with marketing counts."]
        )
    }

    package var chart: ReportChart? {
        guard rows.contains(where: { $0.wall != nil }) else { return nil }
        return ReportChart(
            title: "Median time until processed",
            shape: .bars,
            unit: .duration,
            categories: .labels(rows.map(\.groupLabel)),
            series: [.init("Median", rows.map { $0.wall.map { Double($0.median.milliseconds) } })]
        )
    }
}
