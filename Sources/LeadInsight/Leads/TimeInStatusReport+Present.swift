import LeadCore

extension TimeInStatusReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.timeInStatus),
            columns: groupBy.column + [
                .init("status", "Status", .text),
                .init("stays", "Ended stays", .count),
                .init("median", "Median", .duration),
                .init("mean", "Mean", .duration),
                .init("p90", "90th percentile", .duration),
                .init("max", "Longest", .duration),
                .init("working-median", "Working time, median", .duration),
                .init("working-mean", "Working time, mean", .duration),
                .init("working-p90", "Working time, 90th percentile", .duration),
                .init("sitting", "Still there", .count),
                .init("sitting-mean", "Mean age", .duration),
                .init("sitting-median", "Median age", .duration),
                .init("sitting-p90", "90th percentile of age", .duration),
                .init("median-with-sitting", "Median with those still there", .duration),
            ],
            rows: rows.map { row in
                groupBy.cell(row.groupLabel) + [
                    .text(row.statusLabel),
                    .count(row.wall?.count ?? 0),
                    .duration(row.wall?.median),
                    .duration(row.wall?.mean),
                    .duration(row.wall?.p90),
                    .duration(row.wall?.max),
                    .duration(row.working?.median),
                    .duration(row.working?.mean),
                    .duration(row.working?.p90),
                    .count(row.sitting?.count ?? 0),
                    .duration(row.sitting?.mean),
                    .duration(row.sitting?.median),
                    .duration(row.sitting?.p90),
                    .duration(row.medianWithSitting),
                ]
            },
            notes: [
                "A stay is the time from entering a status to leaving it; a lead that comes back begins a new one.",
                "The median with those still there counts them with their age so far: half of all stays last at least this long.",
            ]
        )
    }

    /// The medians of ended stays by status, one series per group.
    package var chart: ReportChart? {
        .byGroup(
            title: "Median time in status",
            unit: .duration,
            rows.map { ($0.groupLabel, $0.statusLabel, $0.wall.map { Double($0.median.milliseconds) }) }
        )
    }
}
