import LeadCore
import LeadInsight
import Testing

@Suite("Campaigns")
struct CampaignReportTests {
    @Test("I3, I4: equals a plain recomputation", arguments: 1...6, CampaignReport.Subject.allCases)
    func equalsPlainRecomputation(seed: Int, subject: CampaignReport.Subject) {
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        for asOf in [Int64(500_000), 1_200_000, 5_000_000] {
            let report = CampaignReport(columns, by: subject, Scope(at: asOf))
            for row in report.rows {
                let isCampaign = subject == .campaign
                let key = (isCampaign ? columns.campaigns : columns.sources).keys[Int(row.group)]
                let responses = business.responses.filter {
                    $0.at <= asOf && (isCampaign ? $0.campaign : $0.source) == key
                }
                let leads = business.world.leads.filter {
                    $0.created <= asOf && (isCampaign ? $0.campaign : $0.source) == key
                }
                let deals = business.deals(nil, asOf: asOf).filter { deal in
                    let origin = business.origin(of: deal)
                    return (isCampaign ? origin?.campaign : origin?.source) ?? "" == key
                }
                let wins = deals.filter { $0.won.map { $0 <= asOf } ?? false }
                #expect(row.responses == responses.count)
                #expect(row.people == Set(responses.map(\.contact)).count)
                #expect(row.leads == leads.count)
                #expect(
                    row.reached
                        == report.milestoneKeys.map { status in
                            leads.filter { $0.statuses.contains { $0.status == status && $0.at <= asOf } }.count
                        }
                )
                #expect(row.opportunities == deals.count)
                #expect(row.wins == wins.count)
                #expect(row.won == Amounts(adding: wins.map(\.amount)))
                #expect(row.cost == (isCampaign ? business.costs[key] : nil))
            }
            #expect(report.rows.reduce(0) { $0 + $1.leads } == business.world.leads.filter { $0.created <= asOf }.count)
        }
    }

    @Test("I3: a filter keeps what a plain reading of it keeps", arguments: 1...12)
    func filtered(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        let asOf = Int64(1_400_000)
        let wanted = PlainFilter(random: &random)
        let report = CampaignReport(columns, by: .campaign, Scope(wanted.filter(columns), at: asOf))
        let isPlain =
            wanted.sources == nil && wanted.campaigns == nil && wanted.productClasses == nil && wanted.owners == nil
            && wanted.from == nil && wanted.before == nil
        let asksLead = wanted.productClasses != nil || wanted.owners != nil
        let responses = business.responses.filter { response in
            response.at <= asOf && response.at >= wanted.from ?? .min && response.at < wanted.before ?? .max
                && wanted.sources?.contains(response.source) ?? true
                && wanted.campaigns?.contains(response.campaign) ?? true
                && (!asksLead
                    || response.lead.map { wanted.accepts(business.world.leads[$0], asOf: asOf) } ?? false)
        }
        let deals = business.deals(isPlain ? nil : wanted, asOf: asOf)
        #expect(report.rows.reduce(0) { $0 + $1.responses } == responses.count)
        #expect(report.rows.reduce(0) { $0 + $1.opportunities } == deals.count)
        #expect(report.rows.reduce(0) { $0 + $1.wins } == deals.filter { $0.won.map { $0 <= asOf } ?? false }.count)
    }

    @Test("B5, I3: more leads in a deal, or more responses in a lead, never multiply cost, value or responses")
    func nothingMultiplies() throws {
        var columns = PlainWorld.emptyColumns
        let spring = columns.campaigns.code("spring")
        let autumn = columns.campaigns.code("autumn")
        columns.setCost(Money(minor: 100_000, currency: "EUR"), ofCampaign: spring)
        let leads = (1...4).map { id in
            columns.putLead(
                PlainWorld.key(UInt64(id)),
                LeadFacts(created: Instant(milliseconds: Int64(id)), campaign: id == 4 ? autumn : spring)
            )
        }
        for (lead, contact) in [(0, 1), (0, 2), (1, 1), (2, 3)] {
            let facts = ResponseFacts(lead: lead, source: 0, campaign: spring, at: Instant(milliseconds: 5))
            columns.addResponse(facts, contact: PlainWorld.key(UInt64(contact)))
        }
        for count in 1...4 {
            let facts = OpportunityFacts(
                leads: Array(leads.prefix(count)),
                opened: Instant(milliseconds: 6),
                amount: Money(minor: 250_000, currency: "EUR"),
                won: Instant(milliseconds: 8)
            )
            columns.putOpportunity(PlainBusiness.key(1), facts, stage: 0, at: Instant(milliseconds: 6))
            let rows = CampaignReport(columns, by: .campaign, Scope(at: 10)).rows
            let row = try #require(rows.first { $0.group == spring })
            #expect(row.responses == 4)
            #expect(row.people == 3)
            #expect(row.leads == 3)
            #expect(row.opportunities == 1)
            #expect(row.won.sums == [Money(minor: 250_000, currency: "EUR")])
            #expect(row.cost == Money(minor: 100_000, currency: "EUR"))
            #expect(row.costPerResponse == Money(minor: 25_000, currency: "EUR"))
            #expect(row.costPerLead == Money(minor: 33_333, currency: "EUR"))
            #expect(row.costPerWin == Money(minor: 100_000, currency: "EUR"))
            #expect(row.returnOnCost == 1.5)
            #expect(rows.first { $0.group == autumn }?.wins == 0)
        }
    }

    @Test("I3: a return is not stated across currencies")
    func currencies() throws {
        var columns = PlainWorld.emptyColumns
        let spring = columns.campaigns.code("spring")
        columns.setCost(Money(minor: 100, currency: "EUR"), ofCampaign: spring)
        let lead = columns.putLead(
            PlainWorld.key(1),
            LeadFacts(created: Instant(milliseconds: 0), campaign: spring)
        )
        let facts = OpportunityFacts(
            leads: [lead],
            opened: Instant(milliseconds: 1),
            amount: Money(minor: 500, currency: "CHF"),
            won: Instant(milliseconds: 2)
        )
        columns.putOpportunity(PlainBusiness.key(1), facts, stage: 0, at: Instant(milliseconds: 1))
        let sold = try #require(CampaignReport(columns, by: .campaign, Scope(at: 9)).rows.first)
        #expect(sold.won.single == Money(minor: 500, currency: "CHF"))
        #expect(sold.returnOnCost == nil)
    }
}
