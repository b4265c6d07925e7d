extension ClockReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.clocks),
            columns: [.init("clock", "Clock", .text)] + groupBy.column + [
                .init("started", "Started", .count),
                .init("met", "Met in time", .count),
                .init("breached", "Breached", .count),
                .init("running", "Running", .count),
                .init("withdrawn", "Withdrawn", .count),
                .init("overdue", "Overdue now", .count),
                .init("share-met", "Met", .share),
                .init("median-time", "Median time", .duration),
                .init("working-median", "Working time, median", .duration),
            ],
            rows: rows.map { row in
                [.text(row.kindLabel)] + groupBy.cell(row.groupLabel) + [
                    .count(row.started),
                    .count(row.met),
                    .count(row.breached),
                    .count(row.running),
                    .count(row.withdrawn),
                    .count(row.overdue),
                    .share(row.shareMet),
                    .duration(row.time?.median),
                    .duration(row.workingTime?.median),
                ]
            },
            notes: [
                "Met is the share among clocks whose outcome is known: met in time or breached.",
                "Times are of clocks that were met or stopped late; overdue ones are still to come.",
            ]
        )
    }

    package var chart: ReportChart? {
        .byGroup(
            title: "Share met in time",
            unit: .share,
            rows.map { ($0.groupLabel, $0.kindLabel, $0.shareMet) }
        )
    }
}
