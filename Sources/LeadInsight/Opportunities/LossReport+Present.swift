extension LossReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: ReportName.losses.title,
            columns: [
                .init("reason", "Reason", .text),
                .init("competitor", "Lost to", .text),
                .init("rank", "Our place", .count),
                .init("losses", "Deals", .count),
                .init("share", "Share", .share),
                .init("lost", "Value lost", .money),
            ],
            rows: rows.map { row in
                [
                    .text(row.reasonLabel),
                    .text(row.competitorLabel),
                    row.rank == 0 ? .none : .count(Int(row.rank)),
                    .count(row.losses),
                    .share(LeadInsight.share(row.losses, of: losses)),
                    .money(row.lost),
                ]
            }
        )
    }

    /// Deals by reason, split by our place.
    package var chart: ReportChart? {
        var counts: [[String]: Int] = [:]
        for row in rows { counts[[row.place, row.reasonLabel], default: 0] += row.losses }
        return .byGroup(
            title: "Deals lost by reason and place",
            shape: .stackedBars,
            unit: .count,
            rows.map { ($0.place, $0.reasonLabel, counts[[$0.place, $0.reasonLabel]].map { Double($0) }) }
        )
    }
}

extension LossReport.Row {
    fileprivate var place: String { rank == 0 ? "Place unknown" : "Place \(rank)" }
}
