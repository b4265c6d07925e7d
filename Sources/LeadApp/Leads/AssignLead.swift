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
        guard reason.trimmed != nil else {
            throw Refusal(.invalid, "reason_missing", "Say why.", issues: [.init("/reason", "A reason is needed.")])
        }
        let given = try to.allotment(&act, .manual, tx, desk)
        try act.assign(to: given.owner, reason: to.isDecided ? .manual : given.reason)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try tx.log(
            ActivityRecord(
                lead: lead,
                contact: nil,
                inbound: false,
                channel: "note",
                outcome: nil,
                at: tx.now,
                note: reason.trimmed
            )
        )
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
