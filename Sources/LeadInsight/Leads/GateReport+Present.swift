import LeadCore

extension GateReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: title,
            columns: [
                .init("shown", heading, .text),
                .init("leads", "Leads", .count),
                .init("accepted", "Accepted", .count),
                .init("won", "Won", .count),
                .init("lost", "Lost", .count),
                .init("win-rate", "Win rate", .share),
                .init("amount", "Amount won", .money),
            ],
            rows: rows.map { row in
                [
                    .text(row.label), .count(row.leads), .count(row.accepted), .count(row.won), .count(row.lost),
                    .share(share(row.won, of: row.leads)), .money(row.amount),
                ]
            },
            notes: subject == .level ? ["Each lead stands in one row of every criterion: do not add the rows up."] : []
        )
    }

    private var title: String {
        switch subject {
        case .grade: "By grade at handoff"
        case .level: "By what was shown at handoff"
        case .version: "By version of the gate"
        }
    }

    private var heading: String {
        switch subject {
        case .grade: "Grade"
        case .level: "Criterion and level"
        case .version: "Gate"
        }
    }

    package var chart: ReportChart? {
        guard !rows.isEmpty else { return nil }
        return ReportChart(
            title: "Leads let through and won, by grade at handoff",
            shape: .bars,
            unit: .count,
            categories: .labels(rows.map(\.label)),
            series: [.init("Leads", rows.map { Double($0.leads) }), .init("Won", rows.map { Double($0.won) })]
        )
    }
}
