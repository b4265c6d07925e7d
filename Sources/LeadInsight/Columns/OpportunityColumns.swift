package import LeadCore

/// A deal as the store has it now.
package struct OpportunityFacts: Hashable, Sendable {
    /// The leads that became this deal.
    package var leads: [Row]
    package var opened: Instant
    package var amount: Money
    package var won: Instant?
    package var lost: Instant?
    package var product: Code
    package var seller: Code
    package var competitor: Code
    /// Our place when it was lost: 2 for second; 0 where nobody knows or nobody won.
    package var rank: UInt8
    package var reason: Code
    /// The number of its account, as `Columns.account` gives it; 0 for none.
    package var account: UInt32
    package var productClass: Code

    package init(
        leads: [Row],
        opened: Instant,
        amount: Money,
        won: Instant? = nil,
        lost: Instant? = nil,
        product: Code = Codebook.none,
        seller: Code = Codebook.none,
        competitor: Code = Codebook.none,
        rank: UInt8 = 0,
        reason: Code = Codebook.none,
        account: UInt32 = 0,
        productClass: Code = Codebook.none
    ) {
        self.leads = leads
        self.opened = opened
        self.amount = amount
        self.won = won
        self.lost = lost
        self.product = product
        self.seller = seller
        self.competitor = competitor
        self.rank = rank
        self.reason = reason
        self.account = account
        self.productClass = productClass
    }
}

/// One row per opportunity.
///
/// Each is credited to exactly one lead, its *origin*: the one of its leads that was created first. Sums over sources or
/// campaigns therefore add up to the whole, however many leads were joined into one deal.
package struct OpportunityColumns: Sendable {
    /// Stands for "no lead": a deal that was entered by hand.
    static let noLead = UInt32.max
    private static let noDeal = UInt32.max

    package private(set) var origin: [UInt32] = []
    /// `never` for one that was taken back (an undone conversion).
    package private(set) var opened: [Int64] = []
    package private(set) var amount: [Int64] = []
    package private(set) var currency: [Code] = []
    package private(set) var won: [Int64] = []
    package private(set) var lost: [Int64] = []
    package private(set) var product: [Code] = []
    package private(set) var seller: [Code] = []
    package private(set) var competitor: [Code] = []
    package private(set) var rank: [UInt8] = []
    package private(set) var reason: [Code] = []
    package private(set) var account: [UInt32] = []
    package private(set) var productClass: [Code] = []
    package internal(set) var stages = ChangeLog()
    /// By lead row: the deal that the lead became last, or `noDeal`.
    private var deals: [UInt32] = []
    private var rows: [RowKey: UInt32] = [:]

    package var count: Int { origin.count }

    mutating func put(_ key: RowKey, _ facts: OpportunityFacts, currency code: Code, origin lead: Row?) -> Row {
        let row = rows[key].map(Row.init) ?? addRow(key)
        origin[row] = lead.map(UInt32.init) ?? Self.noLead
        opened[row] = facts.opened.milliseconds
        amount[row] = facts.amount.minor
        currency[row] = code
        won[row] = facts.won?.milliseconds ?? never
        lost[row] = facts.lost?.milliseconds ?? never
        product[row] = facts.product
        seller[row] = facts.seller
        competitor[row] = facts.competitor
        rank[row] = facts.rank
        reason[row] = facts.reason
        account[row] = facts.account
        productClass[row] = facts.productClass
        for lead in facts.leads {
            while deals.count <= lead { deals.append(Self.noDeal) }
            deals[lead] = UInt32(row)
        }
        return row
    }

    /// The row of the deal that a lead became, with others perhaps; nil when it became none.
    func deal(of lead: Row) -> Int? {
        guard deals.indices.contains(lead), deals[lead] != Self.noDeal else { return nil }
        return Int(deals[lead])
    }

    private mutating func addRow(_ key: RowKey) -> Row {
        rows[key] = UInt32(count)
        origin.append(Self.noLead)
        opened.append(never)
        amount.append(0)
        currency.append(Codebook.none)
        won.append(never)
        lost.append(never)
        product.append(Codebook.none)
        seller.append(Codebook.none)
        competitor.append(Codebook.none)
        rank.append(0)
        reason.append(Codebook.none)
        account.append(0)
        productClass.append(Codebook.none)
        return count - 1
    }
}
