extension FunnelReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.funnel),
            columns: groupBy.column + [
                .init("status", "Step", .text),
                .init("leads", "Leads", .count),
                .init("passed", "Got this far", .count),
                .init("of-all", "Of all", .share),
                .init("of-previous", "Of the step before", .share),
                .init("reached", "Entered", .count),
                .init("median-time", "Median time from creation", .duration),
            ],
            rows: rows.flatMap { row in
                row.steps.map { step in
                    groupBy.cell(row.groupLabel) + [
                        .text(step.statusLabel),
                        .count(row.leads),
                        .count(step.passed),
                        .share(LeadInsight.share(step.passed, of: row.leads)),
                        .share(step.ofPrevious),
                        .count(step.reached),
                        .duration(step.time?.median),
                    ]
                }
            },
            notes: ["A lead that skipped a step and entered a later one has got past the step without entering it."]
        )
    }

    package var chart: ReportChart? {
        .byGroup(
            title: "Leads that got as far as each step",
            unit: .count,
            rows.flatMap { row in row.steps.map { (row.groupLabel, $0.statusLabel, Double($0.passed)) } }
        )
    }
}
