package import LeadCore
package import LeadStore

/// Adds a person to a lead in a role: somebody known, or somebody new of whom we were told.
///
/// Done twice it is done once.
package struct LinkContact: LeadCommand {
    package static let name = "link_contact"

    package var lead: Lead.ID
    package var person: Inquiry
    package var role: ContactRole

    package init(lead: Lead.ID, person: Inquiry, role: ContactRole) {
        self.lead = lead
        self.person = person
        self.role = role
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try person.requireSomebody()
        try person.requireFitting()
        let account = try tx.read.accountName(act.lead.account)
        var person = person
        if account?.personal == false { person.company = account?.name }
        let found = try Identification(person, region: desk.policy.region).identify(tx)
        if found.isKnown {
            try desk.access.requireAcquaintance(with: found.contact, of: found.account, act.lead, tx.read)
        }
        let linked = try tx.read.contacts(of: lead)
        guard !linked.contains(where: { $0 == found.contact && $1 == role }) else { return }
        try act.link(found.contact, as: role)
        try tx.index(lead, found.searchText)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try tx.fillWayToReach(of: lead)
    }
}

/// Takes a person off a lead; the last one stays.
package struct UnlinkContact: LeadCommand {
    package static let name = "unlink_contact"

    package var lead: Lead.ID
    package var contact: Contact.ID

    package init(lead: Lead.ID, contact: Contact.ID) {
        self.lead = lead
        self.contact = contact
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let linked = try tx.read.contacts(of: lead)
        guard let role = linked.first(where: { $0.0 == contact })?.1 else {
            throw Refusal.notFound("contact on this lead")
        }
        try act.unlink(contact, role: role, of: linked.count)
    }
}
