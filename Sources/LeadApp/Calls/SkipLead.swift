package import LeadCore
package import LeadStore

/// Passes over the lead that is next, for a stated reason; it comes back after a while (requirement X10).
package struct SkipLead: LeadCommand {
    package static let name = "skip_lead"

    package var lead: Lead.ID
    package var reason: String

    package init(lead: Lead.ID, reason: String) {
        self.lead = lead
        self.reason = reason
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let order = try WorkSource(tx.read, desk, now: tx.now)
        let own = try order.cost(of: lead, tx.read)?.expected
        let all = order.ordered.compactMap(\.cost.expected)
        try act.skip(tx.newID(), reason: reason.trimmed ?? "", decile: own.flatMap { Decile.of($0, among: all) })
    }
}

/// Takes back the last attempt, call or skip of a lead; only its author can, and only soon.
package struct UndoLastAct: LeadCommand {
    package static let name = "undo_last_act"

    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.takeBack(tx.read.history(of: lead).lines)
        guard case .takenBack(let taken)? = act.records.last?.event, taken.act == .call else { return }
        if let call = try tx.read.lastCall(of: lead) { try tx.takeBack(call) }
    }
}
