extension CampaignReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: subject == .campaign ? ReportName.campaigns.title : ReportName.sources.title,
            columns: subject.groupBy.column + [
                .init("responses", "Responses", .count),
                .init("people", "People", .count),
                .init("leads", "Leads", .count),
            ] + zip(milestoneKeys, milestoneLabels).map { ReportTable.Column("reached-\($0)", $1, .count) } + [
                .init("opportunities", "Opportunities", .count),
                .init("wins", "Wins", .count),
                .init("won", "Won", .money),
            ] + (subject == .campaign ? Self.costColumns : []),
            rows: rows.map { row in
                [.text(row.groupLabel), .count(row.responses), .count(row.people), .count(row.leads)]
                    + row.reached.map { .count($0) }
                    + [.count(row.opportunities), .count(row.wins), .money(row.won)]
                    + (subject == .campaign ? row.costCells : [])
            },
            notes: [
                "A deal is credited once: to the \(subject.rawValue) of the lead that was created first among its leads."
            ] + (subject == .campaign ? ["Return is what was won less the cost, divided by the cost."] : [])
        )
    }

    private static let costColumns: [ReportTable.Column] = [
        .init("cost", "Cost", .money),
        .init("cost-per-response", "Cost per response", .money),
        .init("cost-per-lead", "Cost per lead", .money),
        .init("cost-per-win", "Cost per win", .money),
        .init("return", "Return", .share),
    ]

    package var chart: ReportChart? {
        let best = rows.sorted { $1.wins < $0.wins || ($1.wins == $0.wins && $1.leads < $0.leads) }.prefix(20)
        guard !best.isEmpty else { return nil }
        return ReportChart(
            title: "Leads and wins",
            shape: .bars,
            unit: .count,
            categories: .labels(best.map(\.groupLabel)),
            series: [
                .init("Leads", best.map { Double($0.leads) }),
                .init("Wins", best.map { Double($0.wins) }),
            ]
        )
    }
}

extension CampaignReport.Row {
    fileprivate var costCells: [ReportTable.Cell] {
        [.money(cost), .money(costPerResponse), .money(costPerLead), .money(costPerWin), .share(returnOnCost)]
    }
}
