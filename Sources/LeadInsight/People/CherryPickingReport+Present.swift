import LeadCore

extension CherryPickingReport: PresentableReport {
    var table: ReportTable {
        ReportTable(
            title: ReportName.cherryPicking.title,
            columns: [
                .init("person", "Person", .text),
                .init("leads", "Leads", .count),
                .init("answered", "Answered", .count),
                .init("skips", "Skips", .count),
                .init("skip-rate", "Skips per lead", .share),
                .init("index", "Valuable first", .share),
                .init("chance", "By chance alone", .share),
                .init("verdict", "Verdict", .text),
            ],
            rows: rows.map { row in
                [
                    .text(row.ownerLabel), .count(row.leads), .count(row.answered), .count(row.skips),
                    row.leads > 0 ? .share(Double(row.skips) / Double(row.leads)) : .none,
                    row.index.map { .share($0) } ?? .none, row.chance.map { .share($0) } ?? .none,
                    .text(row.verdict.rawValue),
                ]
            },
            notes: [
                """
                Flagged when an order so much in favour of valuable leads comes by chance alone in at most 1 % of cases; of a \
                hundred fair people one is flagged by bad luck. Look at the leads before you say anything.
                """
            ]
        )
    }

    var chart: ReportChart? {
        let largest = rows.prefix(20)
        guard !largest.isEmpty else { return nil }
        return ReportChart(
            title: "Valuable first, by person",
            shape: .bars,
            unit: .share,
            categories: .labels(largest.map(\.ownerLabel)),
            series: [.init("Valuable first", largest.map(\.index))]
        )
    }

    /// The same people by tenths of the value of their leads.
    var byDecile: DecileTable { DecileTable(rows: rows) }

    struct DecileTable: PresentableReport {
        var rows: [Row]

        var table: ReportTable {
            ReportTable(
                title: "First response and skips by value",
                columns: [
                    .init("person", "Person", .text),
                    .init("decile", "Tenth by value", .text),
                    .init("leads", "Leads", .count),
                    .init("median", "Median until first response", .duration),
                    .init("skips", "Skips", .count),
                ],
                rows: rows.flatMap { row in
                    row.deciles.map { decile in
                        [
                            .text(row.ownerLabel), .text(decile.decile == 0 ? "not known" : "\(decile.decile)"),
                            .count(decile.leads), decile.median.map { .duration($0) } ?? .none,
                            .count(decile.skips),
                        ]
                    }
                },
                notes: [
                    "10 is the most valuable tenth. Working time; leads that nobody has answered count as long as they wait."
                ]
            )
        }

        var chart: ReportChart? { nil }
    }
}
