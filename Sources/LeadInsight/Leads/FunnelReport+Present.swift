extension FunnelReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.funnel),
            columns: groupBy.column + [
                .init("status", "Step", .text),
                .init("leads", "Leads", .count),
                .init("reached", "Reached", .count),
                .init("of-all", "Of all", .share),
                .init("of-previous", "Of the step before", .share),
                .init("median-time", "Median time from creation", .duration),
            ],
            rows: rows.flatMap { row in
                row.steps.map { step in
                    groupBy.cell(row.groupLabel) + [
                        .text(step.statusLabel),
                        .count(row.leads),
                        .count(step.reached),
                        .share(step.ofAll),
                        .share(step.ofPrevious),
                        .duration(step.time?.median),
                    ]
                }
            },
            notes: ["A lead counts once in each step that it ever entered, also when it skipped the step before."]
        )
    }

    package var chart: ReportChart? {
        .byGroup(
            title: "Leads that reached each step",
            unit: .count,
            rows.flatMap { row in row.steps.map { (row.groupLabel, $0.statusLabel, Double($0.reached)) } }
        )
    }
}
