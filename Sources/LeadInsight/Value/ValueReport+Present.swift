import LeadCore

extension ValueReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: groupBy.title(.value),
            columns: groupBy.column + [
                .init("leads", "Leads", .count),
                .init("expected", "Expected", .money),
                .init("realised", "Realised", .money),
                .init("attributed", "Attributed", .money),
            ]
                + Horizon.allCases.map { horizon in
                    .init("within-\(horizon.rawValue)", "Within \(horizon.rawValue) days", .money)
                } + [
                    .init("lifetime", "Lifetime", .money),
                    .init("lifetime-per-lead", "Lifetime per lead", .money),
                ],
            rows: rows.map { row in
                groupBy.cell(row.groupLabel) + [
                    .count(row.leads), .money(row.expected), .money(row.realised), .money(row.attributed),
                ] + row.within.map { .money($0) } + [.money(row.lifetime), .money(row.lifetimePerLead)]
            },
            notes: [
                "Realised counts a sale with the first created of its own leads. Attributed, the horizons and lifetime count it "
                    + "with the lead that opened the account's relation with the product class. Each counts a sale once.",
                "Leads that are younger than a horizon have not had its time yet.",
            ]
        )
    }

    /// How value grows with time; only where everything is in one currency.
    package var chart: ReportChart? {
        let labels = Horizon.allCases.map { "\($0.rawValue) days" } + ["Lifetime"]
        let currencies = Set(rows.flatMap { ($0.within + [$0.lifetime]).flatMap(\.sums) }.map(\.currency))
        guard currencies.count == 1 else { return nil }
        return .byGroup(
            title: "Value by time since the lead was created",
            unit: .money,
            rows.flatMap { row in
                zip(labels, row.within + [row.lifetime]).map { label, amounts in
                    (row.groupLabel, label, Double(amounts.single?.minor ?? 0))
                }
            }
        )
    }
}
