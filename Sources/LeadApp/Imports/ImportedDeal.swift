import LeadCore
import LeadStore

/// The deal that a lead became, as a file tells it: opened when the lead ended, closed at its own time.
struct ImportedDeal {
    var name: String?
    var openedAt: Instant?
    var closedAt: Instant
    var won: Bool
    /// Set when the deal was lost.
    var loss: OpportunityEvent.Loss?
    var amount: Money?
    var owner: User.ID?
    var product: (id: Product.ID, productClass: ProductClass.ID)?

    init(closedAt: Instant, won: Bool, amount: Money?) {
        self.closedAt = closedAt
        self.won = won
        self.amount = amount
    }

    func bring(into act: inout LeadAct, status: Status, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let lead = act.lead
        let id: Opportunity.ID = tx.newID()
        let began = openedAt ?? closedAt
        try act.convertHistory(to: id, status: status, at: began)
        let opened = OpportunityEvent.Opened(
            account: lead.account,
            stage: try desk.policy.firstStage(),
            owner: owner ?? lead.owner.person,
            amount: amount,
            leads: [lead.id]
        )
        var deal = try OpportunityAct.open(id, opened, at: began, facts: desk.facts(tx))
        if won { try deal.win(at: closedAt) }
        if let loss { try deal.lose(loss, at: closedAt) }
        var details = OpportunityDetails(
            name: try name ?? tx.read.accountName(lead.account)?.name ?? "Deal",
            from: lead
        )
        details.product = product?.id
        details.productClass = product?.productClass ?? lead.productClass
        try tx.insert(deal, details, contacts: try tx.read.contacts(of: lead.id))
    }
}
