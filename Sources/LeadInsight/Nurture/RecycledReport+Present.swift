import LeadCore

extension RecycledReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: isByMonth ? ReportName.recycled.title : "Recycled leads by marketing owner",
            columns: [
                isByMonth ? .init("month", "Recycled in", .instant) : .init("owner", "Marketing owner", .text),
                .init("recycled", "Recycled", .count),
                .init("waiting", "Waiting", .count),
                .init("woken-by-date", "Woken by date", .count),
                .init("woken-by-signal", "Woken by signal", .count),
                .init("taken-up", "Taken up", .count),
                .init("requalified", "Qualified again", .count),
                .init("handed-off", "Handed off", .count),
                .init("sales", "Sales", .count),
                .init("won", "Won", .money),
            ],
            rows: rows.map { row in
                [
                    row.start.map { .instant($0) } ?? .text(row.groupLabel), .count(row.recycled),
                    .count(row.waiting), .count(row.wokenByDate), .count(row.wokenBySignal), .count(row.takenUp),
                    .count(row.requalified), .count(row.handedOff), .count(row.sales), .money(row.won),
                ]
            },
            notes: [
                "A lead counts each time that it is recycled; what came of it counts once, with the last time before it.",
                "Recycled is waiting, woken by date, woken by signal and taken up together.",
            ]
        )
    }

    /// How many were recycled each month; what became of them is clearer in the table.
    package var chart: ReportChart? {
        let starts = rows.compactMap(\.start)
        guard !starts.isEmpty else { return nil }
        return ReportChart(
            title: "Leads recycled by month",
            shape: .bars,
            unit: .count,
            categories: .instants(starts),
            series: [.init("Recycled", rows.map { Double($0.recycled) })]
        )
    }

    private var isByMonth: Bool {
        if case .month = subject { true } else { false }
    }
}
