package import LeadCore
package import LeadStore

/// Says that two leads are about the same deal, before there is one (requirement B4).
///
/// Whatever is linked to either is linked to both from then on; responses are untouched. Done twice it is done once.
package struct LinkLeads: LeadCommand {
    package static let name = "link_leads"

    package var lead: Lead.ID
    package var other: Lead.ID

    package init(lead: Lead.ID, other: Lead.ID) {
        self.lead = lead
        self.other = other
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard other != lead else { throw Refusal.invalid("/lead", "A lead cannot be linked to itself.") }
        var partner = try desk.act(on: other, tx)
        for one in [act.lead, partner.lead] where !one.isOpen {
            throw Refusal(
                .conflict,
                "lead_closed",
                "Only open leads can be linked.",
                issues: [.init("/lead", "\(one.id) is closed.")]
            )
        }
        let mine = try tx.read.group(of: lead)
        let theirs = try tx.read.group(of: other)
        if mine != nil, mine == theirs { return }
        let group = mine ?? theirs ?? tx.newID()
        if let theirs, theirs != group {
            for id in try tx.read.leads(in: theirs) where id != other { try bring(id, into: group, tx, desk) }
        }
        if mine != group { try tx.put(lead, in: group) }
        if theirs != group { try tx.put(other, in: group) }
        act.link(to: other, in: group)
        partner.link(to: lead, in: group)
        try tx.update(partner)
    }

    /// Those that were linked to the other lead come with it.
    private func bring(
        _ id: Lead.ID,
        into group: LeadGroup.ID,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws {
        var act = try desk.companion(id, tx)
        act.link(to: lead, in: group)
        try tx.put(id, in: group)
        try tx.update(act)
    }
}

/// Says that a lead is about a deal of its own after all.
package struct UnlinkLead: LeadCommand {
    package static let name = "unlink_lead"

    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let group = try tx.read.group(of: lead) else {
            throw Refusal(.conflict, "not_linked", "This lead is not linked to any other.")
        }
        let rest = try tx.read.leads(in: group).filter { $0 != lead }
        try tx.takeOutOfGroup(lead)
        act.unlink(from: rest.first ?? lead, in: group)
        guard rest.count == 1, let last = rest.first else { return }
        var partner = try desk.companion(last, tx)
        try tx.takeOutOfGroup(last)
        partner.unlink(from: lead, in: group)
        try tx.update(partner)
    }
}
