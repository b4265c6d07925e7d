import LeadCore
import LeadStore

extension ConvertLeads {
    /// The deal that the same request has made already: all of its leads, and only they, were what it was opened with, and
    /// everything that is asked for is as it was made.
    func alreadyMade(of leads: [Lead], _ tx: borrowing Transaction) throws -> Opportunity.ID? {
        guard let id = leads[0].opportunity, leads.allSatisfy({ $0.opportunity == id }) else { return nil }
        guard case .opened(let opened)? = try tx.read.ledger(of: id).first?.opportunityEvent() else { return nil }
        let row = try tx.read.opportunityRow(id)
        let sameLines = try lines.isEmpty || dealLines(tx.read) == tx.read.lines(of: id).map(\.line)
        let isSame =
            Set(opened.leads) == Set(leads.map(\.id)) && row?.name == opportunityName.trimmed
            && (amount == nil || amount == opened.amount) && (owner == nil || owner == opened.owner)
            && (closeOn == nil || closeOn == row?.closeOn)
            && sameLines
        return isSame ? id : nil
    }

    static func requireOneAccount(_ leads: [Lead], confirmed: Bool) throws(Refusal) {
        guard confirmed || leads.allSatisfy({ $0.account == leads[0].account }) else {
            throw Refusal(
                .conflict,
                "different_accounts",
                "These leads belong to different accounts. Confirm that they are one deal nevertheless.",
                issues: [.init("/otherAccounts", "Confirm that they belong together.")]
            )
        }
    }

    /// The lines with their products found and their amounts filled in.
    func dealLines(_ snapshot: borrowing Snapshot) throws -> [DealLine] {
        guard !lines.isEmpty else { return [] }
        let products = try snapshot.pricedProducts()
        var found: [DealLine] = []
        for (index, line) in lines.enumerated() {
            guard let product = products.first(where: { $0.name.lowercased() == line.product.lowercased() }) else {
                throw Refusal.invalid("/lines/\(index)/product", "There is no product \(line.product).")
            }
            guard (1...1_000_000).contains(line.quantity) else {
                throw Refusal.invalid("/lines/\(index)/quantity", "The quantity is a number from 1 to 1,000,000.")
            }
            guard let amount = try line.amount ?? product.price?.times(line.quantity), amount.minor >= 0 else {
                throw Refusal.invalid("/lines/\(index)/amount", "\(product.name) has no price: say what it comes to.")
            }
            found.append(DealLine(product: product.id, quantity: line.quantity, amount: amount))
        }
        return found
    }

    /// What the deal is counted under in reports by product.
    func mainProduct(_ snapshot: borrowing Snapshot) throws -> Product.ID? {
        guard let name = product?.trimmed ?? lines.first?.product else { return nil }
        guard let product = try snapshot.product(named: name) else {
            throw Refusal.invalid("/product", "There is no product \(name).")
        }
        return product.id
    }
}

extension DealLineRow {
    fileprivate var line: DealLine { DealLine(product: product, quantity: quantity, amount: amount) }
}

extension Transaction {
    /// Everybody on a lead is on the deal, each in the greatest part that they play in any of its leads.
    func bringPeople(of lead: Lead.ID, to opportunity: Opportunity.ID) throws {
        let present = try read.contacts(of: opportunity)
        for (contact, role) in try read.contacts(of: lead) {
            if let known = present.first(where: { $0.0 == contact }), known.1.weight >= role.weight { continue }
            try put(contact, as: role, on: opportunity)
        }
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
