extension PipelineReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: ReportName.pipeline.title,
            columns: [
                .init("stage", "Stage", .text),
                .init("deals", "Deals", .count),
                .init("value", "Value", .money),
                .init("mean-age", "Mean age", .duration),
                .init("median-age", "Median age", .duration),
                .init("max-age", "Oldest", .duration),
            ],
            rows: rows.map { row in
                [
                    .text(row.stageLabel),
                    .count(row.deals),
                    .money(row.value),
                    .duration(row.age?.mean),
                    .duration(row.age?.median),
                    .duration(row.age?.max),
                ]
            },
            notes: ["Stages are as of the date asked about; amounts are as they are known now."]
        )
    }

    package var chart: ReportChart? {
        guard !rows.isEmpty else { return nil }
        return ReportChart(
            title: "Open deals by stage",
            shape: .bars,
            unit: .count,
            categories: .labels(rows.map(\.stageLabel)),
            series: [.init("Deals", rows.map { Double($0.deals) })]
        )
    }
}
