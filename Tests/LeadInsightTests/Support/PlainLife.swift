import LeadCore
import LeadInsight

/// What a `PlainBusiness` is worth: accounts, values, grades, marketing owners and the causes of wakings, by plain arithmetic
/// on numbers, and the columns that say the same.
struct PlainLife {
    let business: PlainBusiness
    let columns: Columns

    static let kinds: [String: StatusKind] = [
        "open": .new, "working": .handed, "qualified": .qualified, "nurture": .nurture, "won": .converted,
        "lost": .rejected,
    ]
    static let percents = ["meeting": 20, "offer": 60, "closed": 0]
    static let classValues = ["hedging": Money(minor: 50_001, currency: "EUR")]

    /// - Parameter kinds: what the statuses mean.
    init(seed: UInt64, kinds: [String: StatusKind] = Self.kinds) {
        business = PlainBusiness(seed: seed)
        var columns = business.columns
        Self.setProcesses(&columns, kinds)
        for lead in business.world.leads { Self.put(lead, &columns) }
        for (number, deal) in business.deals.enumerated() { Self.put(deal, number, business, &columns) }
        for (productClass, value) in Self.classValues {
            columns.setClassValue(value, of: known(columns.productClasses.existing(productClass)))
        }
        columns.markPool(known(columns.owners.existing("pool")))
        self.columns = columns
    }

    private static func setProcesses(_ columns: inout Columns, _ kinds: [String: StatusKind]) {
        columns.setProcess(
            PlainWorld.statuses.map { status in
                Columns.Step(
                    columns.statuses.code(status),
                    isOpen: !PlainWorld.closed.contains(status),
                    isMilestone: true,
                    kind: kinds[status]
                )
            }
        )
        columns.setSalesProcess(
            PlainBusiness.stages.map { stage in
                Columns.Step(
                    columns.stages.code(stage),
                    isOpen: stage != "closed",
                    isMilestone: true,
                    percent: percents[stage] ?? 0
                )
            }
        )
    }

    private static func put(_ lead: PlainWorld.Lead, _ columns: inout Columns) {
        let row = columns.putLead(
            PlainWorld.key(lead.id),
            LeadFacts(
                created: Instant(milliseconds: lead.created),
                source: columns.sources.code(lead.source),
                campaign: columns.campaigns.code(lead.campaign),
                productClass: columns.productClasses.code(lead.productClass),
                value: lead.value,
                grade: lead.grade,
                account: lead.account.map { columns.account(key($0)) } ?? 0,
                marketing: columns.owners.code(lead.marketing)
            )
        )
        for (cause, at) in lead.wakes { columns.wake(row, at: Instant(milliseconds: at), cause) }
    }

    private static func put(_ deal: PlainBusiness.Deal, _ n: Int, _ business: PlainBusiness, _ columns: inout Columns) {
        let facts = OpportunityFacts(
            leads: deal.leads,
            opened: Instant(milliseconds: deal.opened),
            amount: deal.amount,
            won: deal.won.map(Instant.init),
            lost: deal.lost.map(Instant.init),
            product: columns.products.code(deal.product),
            seller: columns.owners.code(n.isMultiple(of: 6) ? "" : deal.seller),
            account: account(of: n, deal, business).map { columns.account(key($0)) } ?? 0,
            productClass: columns.productClasses.code(productClass(of: n))
        )
        let last = known(deal.stages.last)
        columns.putOpportunity(
            PlainBusiness.key(n),
            facts,
            stage: columns.stages.code(last.stage),
            at: Instant(milliseconds: last.at)
        )
    }

    private static func key(_ number: UInt64) -> Identifier<Account> {
        Identifier(integerLiteral: number)
    }

    /// A deal without leads belongs to some account or to none.
    static func account(of number: Int, _ deal: PlainBusiness.Deal, _ business: PlainBusiness) -> UInt64? {
        if let origin = business.origin(of: deal) { return origin.account }
        return number.isMultiple(of: 13) ? nil : UInt64(number % 60)
    }

    static func productClass(of deal: Int) -> String {
        deal.isMultiple(of: 4) ? "" : PlainWorld.productClasses[deal % 2]
    }

    static func seller(of number: Int, _ deal: PlainBusiness.Deal) -> String {
        number.isMultiple(of: 6) ? "" : deal.seller
    }
}

extension PlainWorld.Lead {
    var account: UInt64? { id.isMultiple(of: 11) ? nil : id % 60 }

    var value: Money? {
        id.isMultiple(of: 3)
            ? nil : Money(minor: Int64(id) * 977, currency: id.isMultiple(of: 7) ? "CHF" : "EUR")
    }

    var grade: Grade? { [nil, .hot, .good, .poor][Int(id % 4)] }

    var marketing: String { id.isMultiple(of: 5) ? "" : PlainWorld.owners[Int(id % 3)] }

    /// Each end of a stay with marketing, with its cause; every fourth lead was moved on otherwise.
    var wakes: [(cause: WakeCause, at: Int64)] {
        guard !id.isMultiple(of: 4) else { return [] }
        return statuses.indices.dropLast().filter { statuses[$0].status == "nurture" }.map { index in
            (WakeCause.allCases[(Int(id) + index) % 3], statuses[index + 1].at)
        }
    }

    /// Where it was.
    func status(asOf: Int64) -> String? {
        statuses.last { $0.at <= asOf }?.status
    }
}
