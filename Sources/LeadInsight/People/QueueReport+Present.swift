import LeadCore

extension QueueReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: ReportName.queue.title,
            columns: [
                .init("pool", "Pool", .text),
                .init("stays", "Times", .count),
                .init("mean", "Mean", .duration),
                .init("median", "Median", .duration),
                .init("p90", "90th percentile", .duration),
                .init("max", "Longest", .duration),
                .init("working-median", "Median working time", .duration),
                .init("working-p90", "90th percentile working time", .duration),
                .init("waiting", "Waiting now", .count),
                .init("oldest", "Oldest waiting", .duration),
                .init("median-with-waiting", "Median with those waiting", .duration),
            ],
            rows: rows.map { row in
                [
                    .text(row.poolLabel), .count(row.wall?.count ?? 0), .duration(row.wall?.mean),
                    .duration(row.wall?.median), .duration(row.wall?.p90), .duration(row.wall?.max),
                    .duration(row.working?.median), .duration(row.working?.p90), .count(row.waiting?.count ?? 0),
                    .duration(row.waiting?.max), .duration(row.medianWithWaiting),
                ]
            },
            notes: ["From the moment that a pool holds a lead until a person does, or another pool."]
        )
    }

    package var chart: ReportChart? {
        guard !rows.isEmpty else { return nil }
        return ReportChart(
            title: "Median time in each pool, with those waiting",
            shape: .bars,
            unit: .duration,
            categories: .labels(rows.map(\.poolLabel)),
            series: [.init("Median", rows.map { $0.medianWithWaiting.map { Double($0.milliseconds) } })]
        )
    }
}
