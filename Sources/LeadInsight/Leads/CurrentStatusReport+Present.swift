extension CurrentStatusReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.currentStatus),
            columns: groupBy.column + [
                .init("status", "Status", .text),
                .init("leads", "Leads", .count),
                .init("share", "Share", .share),
                .init("mean-age", "Mean age", .duration),
                .init("median-age", "Median age", .duration),
                .init("p90-age", "90th percentile of age", .duration),
                .init("max-age", "Oldest", .duration),
            ],
            rows: rows.map { row in
                groupBy.cell(row.groupLabel) + [
                    .text(row.statusLabel),
                    .count(row.leads),
                    .share(row.ofGroup),
                    .duration(row.age?.mean),
                    .duration(row.age?.median),
                    .duration(row.age?.p90),
                    .duration(row.age?.max),
                ]
            },
            notes: ["Age is the time since a lead entered the status that it is in."]
        )
    }

    package var chart: ReportChart? {
        .byGroup(
            title: "Leads in open statuses",
            shape: groupBy == .all ? .bars : .stackedBars,
            unit: .count,
            rows.filter(\.isOpen).map { ($0.groupLabel, $0.statusLabel, Double($0.leads)) }
        )
    }
}
