package import LeadCore
package import LeadStore

/// Turns one or more leads of an account into one opportunity with all their people, atomically (requirements B6, X5).
///
/// The same request again, with or without an idempotency key, answers the deal that it made the first time.
package struct ConvertLeads: Command {
    package static let name = "convert_leads"
    package static let permission = Permission.convertLeads

    /// A product that is to be sold, by name.
    package struct Line: Codable, Hashable, Sendable {
        package var product: String
        package var quantity: Int
        /// For the whole line; the product's price times the quantity when nil.
        package var amount: Money?

        package init(product: String, quantity: Int = 1, amount: Money? = nil) {
            self.product = product
            self.quantity = quantity
            self.amount = amount
        }
    }

    package var leads: [Lead.ID]
    package var opportunityName: String
    /// The name of the product that is to be sold; the first line's when nil.
    package var product: String?
    package var lines: [Line]
    /// What it comes to: the sum of the lines when nil, or what the leads are worth when there are none.
    package var amount: Money?
    package var closeOn: Instant?
    package var owner: User.ID?
    /// The actor knows that the leads belong to different accounts; the deal is the first one's.
    package var otherAccounts: Bool

    package struct Outcome: Codable, Hashable, Sendable {
        package var opportunity: Opportunity.ID
    }

    package init(
        leads: [Lead.ID],
        name: String,
        product: String? = nil,
        lines: [Line] = [],
        amount: Money? = nil,
        closeOn: Instant? = nil,
        owner: User.ID? = nil,
        otherAccounts: Bool = false
    ) {
        self.leads = leads
        opportunityName = name
        self.product = product
        self.lines = lines
        self.amount = amount
        self.closeOn = closeOn
        self.owner = owner
        self.otherAccounts = otherAccounts
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        var acts = try acts(tx, desk)
        guard let first = acts.first?.lead else { throw Refusal.invalid("/leads", "Name at least one lead.") }
        if let made = try alreadyMade(of: acts.map(\.lead), tx) { return Outcome(opportunity: made) }
        try Self.requireOneAccount(acts.map(\.lead), confirmed: otherAccounts)
        guard let name = opportunityName.trimmed else {
            throw Refusal.invalid("/name", "Give the opportunity a name.")
        }
        if let owner, try tx.read.user(owner)?.active != true {
            throw Refusal.invalid("/owner", "There is no such person, or the account is not active.")
        }
        let lines = try dealLines(tx.read)
        let id: Opportunity.ID = tx.newID()
        for index in acts.indices { try acts[index].convert(to: id) }
        let deal = try OpportunityAct.open(
            id,
            .init(
                account: first.account,
                stage: try desk.policy.firstStage(),
                owner: owner ?? first.owner.person,
                amount: try total(lines, acts.map(\.lead)) ?? tx.read.defaultValue(of: first.productClass),
                leads: acts.map(\.lead.id)
            ),
            at: tx.now,
            facts: desk.facts(tx, on: first)
        )
        var details = OpportunityDetails(name: name, product: try mainProduct(tx.read), from: first, closeOn: closeOn)
        details.firstContactAt = acts.map(\.lead.createdAt).min()
        try tx.insert(deal, details, contacts: [])
        try tx.insert(lines, of: id)
        for act in acts { try tx.bringPeople(of: act.lead.id, to: id) }
        for act in acts { try tx.update(act) }
        return Outcome(opportunity: id)
    }

    private func acts(_ tx: borrowing Transaction, _ desk: Desk) throws -> [LeadAct] {
        var seen: Set<Lead.ID> = []
        return try leads.filter { seen.insert($0).inserted }.map { try desk.act(on: $0, tx) }
    }

    private func total(_ lines: [DealLine], _ leads: [Lead]) throws(Refusal) -> Money? {
        if let amount {
            guard amount.minor >= 0 else { throw Refusal.invalid("/amount", "An amount cannot be negative.") }
            return amount
        }
        let sum = try Money.total(lines.map(\.amount))
        if let sum, sum.minor > 0 { return sum }
        return try Money.total(leads.compactMap(\.value)) ?? sum
    }
}
