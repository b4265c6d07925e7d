import LeadCore
import LeadInsight
import Testing

@Suite("Sales")
struct SalesTests {
    private static let months = [Int64(400_000), 900_000, 1_300_000]

    private static let subjects: [SalesReport.Subject] = [
        .product, .seller, .source, .campaign, .month(starts: months.map(Instant.init)),
    ]

    @Test("I4: what was won equals a plain recomputation", arguments: 1...5, subjects)
    func won(seed: Int, subject: SalesReport.Subject) {
        var random = SeededRandom(seed: UInt64(seed))
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        for asOf in [Int64(800_000), 1_400_000, 9_000_000] {
            let wanted = asOf == 1_400_000 ? nil : PlainFilter(random: &random)
            let filter = wanted?.filter(columns) ?? .all
            let report = SalesReport(columns, by: subject, Scope(filter, at: asOf))
            let wins = business.deals(filter == .all ? nil : wanted, asOf: asOf)
                .filter { $0.won.map { $0 <= asOf } ?? false }
            let groups = Dictionary(grouping: wins) { deal in
                switch subject {
                case .product: columns.products.existing(deal.product).map(Int.init)
                case .seller: columns.owners.existing(deal.seller).map(Int.init)
                case .source: columns.sources.existing(business.origin(of: deal)?.source ?? "").map(Int.init)
                case .campaign: columns.campaigns.existing(business.origin(of: deal)?.campaign ?? "").map(Int.init)
                case .month: Self.months.lastIndex { $0 <= deal.won! }
                }
            }
            for row in report.rows {
                let deals = groups[Int(row.group)] ?? []
                #expect(row.wins == deals.count)
                #expect(row.won == Amounts(adding: deals.map(\.amount)))
            }
            let shown = groups.filter { $0.key != nil }.reduce(0) { $0 + $1.value.count }
            #expect(report.rows.reduce(0) { $0 + $1.wins } == shown)
        }
    }

    @Test("H5: losses by reason, competitor and rank equal a plain recomputation", arguments: 1...5)
    func losses(seed: Int) {
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        for asOf in [Int64(800_000), 9_000_000] {
            let report = LossReport(columns, Scope(at: asOf))
            let lost = business.deals(nil, asOf: asOf).filter { $0.lost.map { $0 <= asOf } ?? false }
            let groups = Dictionary(grouping: lost) { [$0.reason, $0.competitor, String($0.rank)] }
            #expect(report.losses == lost.count)
            #expect(report.rows.count == groups.count)
            #expect(report.rows.map(\.losses) == report.rows.map(\.losses).sorted(by: >))
            for row in report.rows {
                let key = [
                    columns.reasons.keys[Int(row.reason)],
                    columns.competitors.keys[Int(row.competitor)],
                    String(row.rank),
                ]
                #expect(row.losses == groups[key]?.count)
                #expect(row.lost == Amounts(adding: groups[key]?.map(\.amount) ?? []))
            }
        }
    }

    @Test("I3: the sales cycle equals a plain recomputation", arguments: 1...5, GroupBy.allCases)
    func cycle(seed: Int, groupBy: GroupBy) {
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        let asOf = Int64(1_600_000)
        let report = SalesCycleReport(columns, by: groupBy, Scope(at: asOf))
        let wins = business.deals(nil, asOf: asOf).filter { $0.won.map { $0 <= asOf } ?? false && !$0.leads.isEmpty }
        let groups = Dictionary(grouping: wins) {
            PlainWorld.group(of: business.origin(of: $0)!, groupBy, asOf: asOf)
        }
        #expect(report.rows.count == groups.count)
        for row in report.rows {
            let deals = groups[groupBy.key(row.group, columns)] ?? []
            #expect(row.cycle == Plain.summary(deals.map { max(0, $0.won! - business.origin(of: $0)!.created) }))
        }
    }

    @Test("H1: the pipeline equals a plain recomputation as of any date", arguments: 1...5)
    func pipeline(seed: Int) {
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        for asOf in [Int64(500_000), 1_000_000, 9_000_000] {
            let report = PipelineReport(columns, Scope(at: asOf))
            let open = business.deals(nil, asOf: asOf)
                .filter { $0.won ?? .max > asOf && $0.lost ?? .max > asOf }
            let stages = Dictionary(grouping: open) { deal in deal.stages.last { $0.at <= asOf }!.stage }
            #expect(report.rows.reduce(0) { $0 + $1.deals } == open.count)
            for row in report.rows {
                let deals = stages[columns.stages.keys[Int(row.stage)]] ?? []
                #expect(row.deals == deals.count)
                #expect(row.value == Amounts(adding: deals.map(\.amount)))
                #expect(row.age == Plain.summary(deals.map { asOf - $0.opened }))
            }
        }
    }
}
