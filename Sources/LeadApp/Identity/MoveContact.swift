package import LeadCore
package import LeadStore

/// A person works for another company now, or always did: they move there, with the open leads that are theirs alone if wanted.
package struct MoveContact: Command {
    package static let name = "move_contact"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package struct Outcome: Codable, Hashable, Sendable {
        package var account: Account.ID
        /// The open leads that went along.
        package var leads: [Lead.ID]
    }

    package var contact: Contact.ID
    /// The company by name; one that is not known yet is made.
    package var company: String
    package var withLeads: Bool

    package init(contact: Contact.ID, company: String, withLeads: Bool) {
        self.contact = contact
        self.company = company
        self.withLeads = withLeads
    }

    package var subject: String? { "contact:\(contact)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let person = try tx.read.contact(contact), try desk.access.mayTouch(contact, tx.read) else {
            throw Refusal.notFound("contact")
        }
        let account = try account(tx)
        guard account != person.account else { return Outcome(account: account, leads: []) }
        let moved = try withLeads ? tx.read.openLeads(with: contact).filter { $0.people == 1 }.map(\.lead) : []
        for id in moved { try move(id, to: account, tx, desk) }
        try tx.move(contact, to: account)
        let keys = matchKeys(for: PersonFacts(name: person.name, company: company))
        for key in keys { try tx.addKey(key.text, kind: key.kind.rawValue, to: contact) }
        return Outcome(account: account, leads: moved)
    }

    private func move(_ id: Lead.ID, to account: Account.ID, _ tx: borrowing Transaction, _ desk: Desk) throws {
        var act = try desk.act(on: id, tx)
        try tx.read.requireNoOpenLead(beside: act.lead, of: account)
        try act.change(account: account)
        try tx.update(act)
        try tx.index(id, company)
    }

    private func account(_ tx: borrowing Transaction) throws -> Account.ID {
        guard let name = company.trimmed, let key = CompanyKey(name)?.text else {
            throw Refusal.invalid("/company", "Name the company.")
        }
        if let known = try tx.read.account(withNameKey: key) { return known }
        let account = AccountRecord(id: tx.newID(), name: name, nameKey: key, personal: false)
        try tx.insert(account)
        return account.id
    }
}
