package import LeadCore
package import LeadStore

/// Moves a lead to a status that needs no more than a move, as on the board.
package struct MoveLead: LeadCommand {
    package static let name = "move_lead"

    package var lead: Lead.ID
    package var to: Status

    package init(lead: Lead.ID, to: Status) {
        self.lead = lead
        self.to = to
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.move(to: to)
    }
}

/// Closes a lead as not qualified, with a reason.
package struct RejectLead: LeadCommand {
    package static let name = "reject_lead"

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
        try act.reject(reason: reason.trimmed ?? "")
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(note, tx)
    }
}

/// Closes an accepted lead that did not buy from us.
package struct LoseLead: LeadCommand {
    package static let name = "lose_lead"

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
        try act.lose(reason: reason.trimmed ?? "")
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(note, tx)
    }
}

/// Takes a closed lead up again; whom the rules choose gets it.
package struct ReopenLead: LeadCommand {
    package static let name = "reopen_lead"

    package var lead: Lead.ID
    package var reason: String

    package init(lead: Lead.ID, reason: String) {
        self.lead = lead
        self.reason = reason
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try tx.read.requireNoOpenLead(beside: act.lead)
        let keeper = try Dispatch(desk).route(&act, tx)
        try act.reopen(to: keeper, reason: reason.trimmed ?? "")
    }
}

extension Snapshot {
    /// Refuses when the account has another open lead of the class: there is never more than one.
    ///
    /// - Parameter account: the one that the lead comes to; its own when nil.
    func requireNoOpenLead(beside lead: Lead, of account: Account.ID? = nil) throws {
        guard let open = try openLead(of: account ?? lead.account, in: lead.productClass), open != lead.id else {
            return
        }
        throw Refusal(
            .conflict,
            "open_lead_exists",
            "This account has an open lead for the same product class already. Merge the two, or close that one first.",
            issues: [.init("/lead", open.description)]
        )
    }
}
