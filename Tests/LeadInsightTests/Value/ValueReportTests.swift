import LeadCore
import LeadInsight
import Testing

@Suite("Value of leads")
struct ValueReportTests {
    @Test("H3, X13: each value equals a plain recomputation", arguments: 1...5, GroupBy.allCases)
    func equalsPlainRecomputation(seed: Int, groupBy: GroupBy) {
        var random = SeededRandom(seed: UInt64(seed))
        let life = PlainLife(seed: UInt64(seed))
        for asOf in [Int64(800_000), 1_400_000, 9_000_000] {
            let wanted = asOf == 1_400_000 ? nil : PlainFilter(random: &random)
            let filter = wanted?.filter(life.columns) ?? .all
            let report = ValueReport(life.columns, by: groupBy, Scope(filter, at: asOf))
            let plain = PlainValue(life, wanted, asOf: asOf)
            let groups = Dictionary(grouping: plain.leads) { PlainWorld.group(of: $0, groupBy, asOf: asOf) }
            #expect(report.rows.count == groups.count)
            for row in report.rows {
                let leads = Set((groups[groupBy.key(row.group, life.columns)] ?? []).map(\.id))
                func sum(_ parts: [PlainValue.Part]) -> Amounts {
                    Amounts(adding: parts.filter { leads.contains($0.lead) }.map(\.amount))
                }
                #expect(row.leads == leads.count)
                #expect(row.expected == sum(plain.expected))
                #expect(row.realised == sum(plain.realised))
                #expect(row.attributed == sum(plain.credited.filter { !$0.isOwn }))
                #expect(row.lifetime == sum(plain.credited))
                for (horizon, within) in zip(Horizon.allCases, row.within) {
                    #expect(within == sum(plain.credited.filter { $0.time <= Int64(horizon.rawValue) * 86_400_000 }))
                }
            }
        }
    }

    @Test("X12, X13: no sale is credited twice: sums over leads are sums over sales", arguments: 1...10)
    func reconciles(seed: Int) {
        let life = PlainLife(seed: UInt64(seed))
        let asOf = Int64(9_000_000)
        let report = ValueReport(life.columns, by: .source, Scope(at: asOf))
        let won = life.business.deals.enumerated().filter { $1.won != nil }
        let fromLeads = won.filter { !$0.element.leads.isEmpty }.map(\.element.amount)
        #expect(Amounts(adding: report.rows.flatMap(\.realised.sums)) == Amounts(adding: fromLeads))
        let plain = PlainValue(life, nil, asOf: asOf)
        #expect(Set(plain.credited.map(\.deal)).count == plain.credited.count)
        let credited = plain.credited.map(\.amount)
        #expect(Amounts(adding: report.rows.flatMap(\.lifetime.sums)) == Amounts(adding: credited))
        #expect(plain.credited.contains { !$0.isOwn })
        #expect(plain.credited.count <= won.count)
    }

    @Test("X13: the horizons are real days")
    func horizons() {
        var columns = Columns { from, to in to - from }
        let account = columns.account(Identifier<Account>(integerLiteral: 1))
        let start = Instant(milliseconds: 1_000)
        let lead = columns.putLead(Identifier<Lead>(integerLiteral: 1), LeadFacts(created: start, account: account))
        for (number, days) in [30, 31, 90, 365, 731].enumerated() {
            columns.putOpportunity(
                Identifier<Opportunity>(integerLiteral: UInt64(number + 1)),
                OpportunityFacts(
                    leads: number == 0 ? [lead] : [],
                    opened: start,
                    amount: Money(minor: 100, currency: "EUR"),
                    won: start + .days(Int64(days)),
                    account: account
                ),
                stage: columns.stages.code("won"),
                at: start
            )
        }
        let row = ValueReport(columns, Scope(asOf: start + .days(1000))).rows.first
        #expect(row?.within.map { $0.single?.minor } == [100, 300, 400, 400])
        #expect(row?.lifetime.single?.minor == 500)
        #expect(row?.realised.single?.minor == 100)
        #expect(row?.attributed.single?.minor == 400)
        #expect(row?.lifetimePerLead == Money(minor: 500, currency: "EUR"))
    }
}

/// The same figures from the plain records.
private struct PlainValue {
    struct Part {
        var lead: UInt64
        var amount: Money
        var deal = 0
        var isOwn = true
        var time: Int64 = 0
    }

    let leads: [PlainWorld.Lead]
    private(set) var expected: [Part] = []
    private(set) var realised: [Part] = []
    private(set) var credited: [Part] = []

    init(_ life: PlainLife, _ filter: PlainFilter?, asOf: Int64) {
        leads = life.business.world.leads.filter { filter?.accepts($0, asOf: asOf) ?? ($0.created <= asOf) }
        for lead in leads { addOpen(lead, asOf) }
        for (number, deal) in life.business.deals.enumerated() where deal.opened <= asOf {
            add(deal, number, life.business, asOf)
        }
    }

    private mutating func addOpen(_ lead: PlainWorld.Lead, _ asOf: Int64) {
        guard let status = lead.status(asOf: asOf), !PlainWorld.closed.contains(status),
            let kind = PlainLife.kinds[status],
            let amount = lead.value ?? PlainLife.classValues[lead.productClass]
        else { return }
        let percent = Chances.standard.percent(kind, lead.grade)
        expected.append(Part(lead: lead.id, amount: amount.share(percent)))
    }

    private mutating func add(_ deal: PlainBusiness.Deal, _ number: Int, _ business: PlainBusiness, _ asOf: Int64) {
        let origin = business.origin(of: deal)
        guard let won = deal.won, won <= asOf else {
            guard let origin, deal.lost ?? .max > asOf, let stage = deal.stages.last(where: { $0.at <= asOf })?.stage
            else { return }
            expected.append(Part(lead: origin.id, amount: deal.amount.share(PlainLife.percents[stage] ?? 0)))
            return
        }
        if let origin { realised.append(Part(lead: origin.id, amount: deal.amount)) }
        let account = PlainLife.account(of: number, deal, business)
        let productClass = PlainLife.productClass(of: number)
        let opener = business.world.leads
            .filter { $0.account != nil && $0.account == account }
            .filter { productClass.isEmpty || $0.productClass == productClass }
            .min { ($0.created, $0.id) < ($1.created, $1.id) }
        guard let lead = opener.flatMap({ $0.created <= won ? $0 : nil }) ?? origin else { return }
        credited.append(
            Part(
                lead: lead.id,
                amount: deal.amount,
                deal: number,
                isOwn: lead.id == origin?.id,
                time: won - lead.created
            )
        )
    }
}

extension Money {
    fileprivate func share(_ percent: Int) -> Money {
        Money(minor: Int64((Double(minor) * Double(percent) / 100 + 0.5).rounded(.down)), currency: currency)
    }
}
