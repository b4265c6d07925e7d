package import LeadCore
package import LeadStore

/// Gives a lead to another person or pool, with a reason.
package struct AssignLead: LeadCommand {
    package static let name = "assign_lead"
    package static let permission = Permission.reassignLeads

    package var lead: Lead.ID
    package var to: Receiver
    package var reason: String

    package init(lead: Lead.ID, to: Receiver, reason: String) {
        self.lead = lead
        self.to = to
        self.reason = reason
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.require(reason: reason)
        let given = try to.allotment(&act, .manual, tx, desk)
        try act.assign(to: given.owner, reason: to.isDecided ? .manual : given.reason)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(reason, tx)
    }
}

/// Takes a lead that waits in one of one's own pools.
package struct TakeLead: LeadCommand {
    package static let name = "take_lead"

    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let user = tx.actor.user else {
            throw Refusal(.forbidden, "not_permitted", "Only a person can take a lead.")
        }
        try act.take(by: user)
    }
}

/// Takes a lead that is late out of somebody's hands, and says so.
package struct TakeOverLead: LeadCommand {
    package static let name = "take_over_lead"
    package static let permission = Permission.reassignLeads

    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard act.lead.clocks.contains(where: { $0.breachedAt != nil }) else {
            throw Refusal(.conflict, "not_late", "This lead is not late. Say why it shall change hands, and assign it.")
        }
        try act.assign(to: .person(desk.access.person()), reason: .manual)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let user = try tx.read.user(desk.access.person()) else { return }
        try keep("Taken over by \(user.name), since it was late.", tx)
    }
}

/// Says what a lead is worth.
package struct ValueLead: LeadCommand {
    package static let name = "value_lead"

    package var lead: Lead.ID
    package var value: Money

    package init(lead: Lead.ID, value: Money) {
        self.lead = lead
        self.value = value
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.value(at: value)
    }
}
