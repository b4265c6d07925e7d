extension StatusHistoryReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: ReportName.statusHistory.title,
            columns: [ReportTable.Column("at", "At", .instant)]
                + rows.map { ReportTable.Column($0.statusKey, $0.statusLabel, .count) },
            rows: instants.indices.map { i in
                [.instant(instants[i])] + rows.map { .count($0.leads[i]) }
            },
            notes: ["A lead that enters a status at the instant itself counts as being there."]
        )
    }

    package var chart: ReportChart? {
        guard !instants.isEmpty else { return nil }
        return ReportChart(
            title: "Leads in open statuses",
            shape: .lines,
            unit: .count,
            categories: .instants(instants),
            series: rows.filter(\.isOpen).map { row in .init(row.statusLabel, row.leads.map { Double($0) }) }
        )
    }
}
