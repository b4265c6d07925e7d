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

    /// How value grows with time, in the currency with the largest lifetime value: currencies are never added up.
    package var chart: ReportChart? {
        let lifetimes = rows.flatMap(\.lifetime.sums)
        let totals = Dictionary(grouping: lifetimes, by: \.currency).mapValues { $0.reduce(0) { $0 + $1.minor } }
        guard let currency = totals.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
        let labels = Horizon.allCases.map { "\($0.rawValue) days" } + ["Lifetime"]
        return .byGroup(
            title: "Value in \(currency) by time since the lead was created",
            unit: .money,
            rows.flatMap { row in
                zip(labels, row.within + [row.lifetime]).map { label, amounts in
                    let sum = amounts.sums.first { $0.currency == currency }
                    return (row.groupLabel, label, Double(sum?.minor ?? 0))
                }
            }
        )
    }
}
