import LeadCore
import LeadInsight
import Testing

@Suite("Time in pools, and credit")
struct QueueAndCreditTests {
    @Test("I1, X2: time in pools equals a plain recomputation as of any date", arguments: 1...5)
    func queue(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let life = PlainLife(seed: UInt64(seed))
        for asOf in [Int64(500_000), 1_200_000, 9_000_000] {
            let wanted = asOf == 1_200_000 ? nil : PlainFilter(random: &random)
            let filter = wanted?.filter(life.columns) ?? .all
            let leads = life.business.world.leads.filter { wanted?.accepts($0, asOf: asOf) ?? ($0.created <= asOf) }
            var ended: [(Int64, Int64)] = []
            var ages: [Int64] = []
            for lead in leads {
                for (from, until) in Self.poolTimes(lead) where from <= asOf {
                    if let until, until <= asOf { ended.append((from, until)) } else { ages.append(asOf - from) }
                }
            }
            let report = QueueReport(life.columns, Scope(filter, at: asOf))
            #expect(report.rows.map(\.poolLabel) == (ended.isEmpty && ages.isEmpty ? [] : ["pool"]))
            let row = report.rows.first
            #expect(row?.wall == Plain.summary(ended.map { $1 - $0 }))
            #expect(row?.working == Plain.summary(ended.map { PlainWorld.working($0, $1) }))
            #expect(row?.waiting == Plain.summary(ages))
        }
    }

    /// When the pool held a lead; giving it to whom it has already is no change.
    private static func poolTimes(_ lead: PlainWorld.Lead) -> [(Int64, Int64?)] {
        var changes: [(at: Int64, owner: String)] = []
        for change in lead.owners where changes.last?.owner != change.owner { changes.append(change) }
        return changes.indices.filter { changes[$0].owner == "pool" }.map { index in
            (changes[index].at, index + 1 < changes.count ? changes[index + 1].at : nil)
        }
    }

    @Test("E6: both sides are credited, each with every lead and sale once", arguments: 1...5)
    func credit(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var kinds = PlainLife.kinds
        kinds["working"] = .accepted
        let life = PlainLife(seed: UInt64(seed), kinds: kinds)
        for asOf in [Int64(800_000), 1_400_000, 9_000_000] {
            let wanted = asOf == 1_400_000 ? nil : PlainFilter(random: &random)
            let filter = wanted?.filter(life.columns) ?? .all
            let leads = life.business.world.leads.filter { wanted?.accepts($0, asOf: asOf) ?? ($0.created <= asOf) }
            let wins = life.business.deals.enumerated().filter { _, deal in
                guard let won = deal.won, won <= asOf, deal.opened <= asOf else { return false }
                guard let origin = life.business.origin(of: deal) else { return filter == .all }
                return wanted?.accepts(origin, asOf: asOf) ?? (origin.created <= asOf)
            }
            for side in CreditReport.Side.allCases {
                let report = CreditReport(life.columns, by: side, Scope(filter, at: asOf))
                func owner(_ lead: PlainWorld.Lead) -> String {
                    side == .marketing ? lead.marketing : PlainWorld.owner(of: lead, asOf: asOf)
                }
                func credited(_ number: Int, _ deal: PlainBusiness.Deal) -> String {
                    let seller = PlainLife.seller(of: number, deal)
                    if side == .sales, !seller.isEmpty { return seller }
                    return life.business.origin(of: deal).map(owner) ?? ""
                }
                let groups = Dictionary(grouping: leads, by: owner)
                let sales = Dictionary(grouping: wins) { credited($0.offset, $0.element) }
                #expect(report.rows.count == Set(groups.keys).union(sales.keys).count)
                for row in report.rows {
                    let key = life.columns.owners.keys[Int(row.owner)]
                    let own = groups[key] ?? []
                    #expect(row.leads == own.count)
                    #expect(
                        row.accepted
                            == own.filter { $0.statuses.contains { $0.status == "working" && $0.at <= asOf } }.count
                    )
                    #expect(row.sales == sales[key]?.count ?? 0)
                    #expect(row.won == Amounts(adding: sales[key]?.map(\.element.amount) ?? []))
                }
                #expect(report.rows.reduce(0) { $0 + $1.leads } == leads.count)
                #expect(report.rows.reduce(0) { $0 + $1.sales } == wins.count)
            }
        }
    }
}
