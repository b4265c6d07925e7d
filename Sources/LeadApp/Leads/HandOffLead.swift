package import LeadCore
package import LeadStore

/// Offers a lead to sales, through the gate.
package struct HandOffLead: LeadCommand {
    package static let name = "hand_off_lead"

    package var lead: Lead.ID
    package var to: Receiver
    package var note: String?

    package init(lead: Lead.ID, to: Receiver, note: String? = nil) {
        self.lead = lead
        self.to = to
        self.note = note
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let receiver = try to.allotment(&act, .handOff, tx, desk).owner
        try act.handOff(to: receiver)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(note, tx)
    }
}

/// The seller takes the lead that was offered.
package struct AcceptLead: LeadCommand {
    package static let name = "accept_lead"

    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try desk.requireHolder(of: act.lead)
        try act.accept(by: tx.actor.user)
    }
}

/// The seller gives the lead back, with a reason.
package struct DeclineLead: LeadCommand {
    package static let name = "decline_lead"

    package var lead: Lead.ID
    package var reason: String
    /// What the next one should know, in free words; the reason is what is counted.
    package var note: String?

    package init(lead: Lead.ID, reason: String, note: String? = nil) {
        self.lead = lead
        self.reason = reason
        self.note = note
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try desk.requireHolder(of: act.lead)
        let taker = try act.lead.offer.map { try Allotment.present($0.giver, .declined, &act, tx, desk).owner }
        try act.decline(reason: reason.trimmed ?? "", to: taker)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(note, tx)
    }
}

extension Desk {
    /// Accepting and declining is for whom the lead was offered to, or somebody who may reassign it.
    func requireHolder(of lead: Lead) throws(Refusal) {
        if access.actor.role.may(.reassignLeads) { return }
        switch lead.owner {
        case .person(let user) where user == access.actor.user || access.principals.contains(user): return
        case .pool: return
        default:
            throw Refusal(.forbidden, "not_offered_to_you", "This lead was offered to somebody else.")
        }
    }
}
