package import LeadCore
package import LeadStore

/// Turns one or more leads of an account into one opportunity with all their people, atomically (requirement B6).
package struct ConvertLeads: Command {
    package static let name = "convert_leads"
    package static let permission = Permission.convertLeads

    package var leads: [Lead.ID]
    package var opportunityName: String
    /// The name of the product that is to be sold.
    package var product: String?
    package var amount: Money?
    package var closeOn: Instant?
    package var owner: User.ID?

    package struct Outcome: Codable, Hashable, Sendable {
        package var opportunity: Opportunity.ID
    }

    package init(
        leads: [Lead.ID],
        name: String,
        product: String? = nil,
        amount: Money? = nil,
        closeOn: Instant? = nil,
        owner: User.ID? = nil
    ) {
        self.leads = leads
        opportunityName = name
        self.product = product
        self.amount = amount
        self.closeOn = closeOn
        self.owner = owner
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        var acts: [LeadAct] = []
        for id in leads {
            guard !acts.contains(where: { $0.lead.id == id }) else { continue }
            acts.append(try desk.act(on: try desk.access.lead(id, tx.read), tx))
        }
        guard let first = acts.first?.lead else { throw Refusal.invalid("/leads", "Name at least one lead.") }
        guard acts.allSatisfy({ $0.lead.account == first.account }) else {
            throw Refusal(.conflict, "different_accounts", "These leads belong to different accounts.")
        }
        guard let name = opportunityName.trimmed else {
            throw Refusal.invalid("/name", "Give the opportunity a name.")
        }
        if let owner, try tx.read.user(owner)?.active != true {
            throw Refusal.invalid("/owner", "There is no such person, or the account is not active.")
        }
        let product = try product?.trimmed.map { try tx.read.knownProduct($0) }
        let id: Opportunity.ID = tx.newID()
        for index in acts.indices { try acts[index].convert(to: id) }
        let deal = try OpportunityAct.open(
            id,
            .init(
                account: first.account,
                stage: try desk.policy.firstStage(),
                owner: owner ?? first.owner.person,
                amount: try checked(amount) ?? first.value ?? tx.read.defaultValue(of: first.productClass),
                leads: acts.map(\.lead.id)
            ),
            at: tx.now,
            facts: desk.facts(tx)
        )
        try tx.insert(
            deal,
            OpportunityDetails(name: name, product: product, from: first, closeOn: closeOn),
            contacts: try acts.flatMap { try tx.read.contacts(of: $0.lead.id) }
        )
        for act in acts { try tx.update(act) }
        return Outcome(opportunity: id)
    }

    private func checked(_ amount: Money?) throws(Refusal) -> Money? {
        if let amount, amount.minor < 0 { throw Refusal.invalid("/amount", "An amount cannot be negative.") }
        return amount
    }
}

extension Policy {
    /// Where a deal starts.
    func firstStage() throws(Refusal) -> String {
        guard let stage = opportunityStages.first(where: { $0.kind == .open }) else {
            throw Refusal(.conflict, "no_such_stage", "The sales process has no open stage.")
        }
        return stage.key
    }
}

extension Snapshot {
    fileprivate func knownProduct(_ name: String) throws -> Product.ID {
        guard let product = try product(named: name) else {
            throw Refusal.invalid("/product", "There is no product \(name).")
        }
        return product.id
    }
}

extension OpportunityDetails {
    init(name: String, product: Product.ID? = nil, from lead: Lead, closeOn: Instant? = nil) {
        self.init(
            name: name,
            product: product,
            productClass: lead.productClass,
            campaign: lead.campaign,
            source: lead.source,
            firstContactAt: lead.createdAt,
            closeOn: closeOn
        )
    }
}
