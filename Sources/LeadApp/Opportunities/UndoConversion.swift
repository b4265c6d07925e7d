package import LeadCore
package import LeadStore

/// Takes a conversion back (requirement X5): each lead is again exactly what it was, and the deal is withdrawn, all or nothing.
///
/// Done twice it is done once.
package struct UndoConversion: Command {
    package static let name = "undo_conversion"
    package static let permission = Permission.convertLeads

    package var opportunity: Opportunity.ID
    /// A manager takes back a deal that was worked on already.
    package var confirmed: Bool

    package init(opportunity: Opportunity.ID, confirmed: Bool = false) {
        self.opportunity = opportunity
        self.confirmed = confirmed
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> OpportunityOutcome {
        let deal = try desk.access.opportunity(opportunity, tx.read)
        guard deal.kind != .withdrawn else { return OpportunityOutcome(deal) }
        let leads = try tx.read.leads(convertedTo: opportunity)
        guard !leads.isEmpty else {
            throw Refusal(.conflict, "nothing_to_undo", "This deal did not come from a lead.")
        }
        var act = OpportunityAct(deal, facts: desk.facts(tx, on: deal))
        try act.withdraw(
            moved: try tx.read.ledger(of: opportunity).contains { $0.kind == OpportunityEvent.Kind.staged.rawValue },
            confirmed: confirmed
        )
        for id in leads { try restore(id, tx, desk) }
        try tx.update(act)
        return OpportunityOutcome(act.opportunity)
    }

    private func restore(_ id: Lead.ID, _ tx: borrowing Transaction, _ desk: Desk) throws {
        var act = try desk.companion(id, tx)
        try tx.read.requireNoOpenLead(beside: act.lead)
        let since = try tx.read.history(of: id).since(before: .conversion)
        try act.restore(.conversion, tx.read.events(of: id), since: since)
        try act.requirePresentOwner(tx, desk)
        try tx.update(act)
    }
}
