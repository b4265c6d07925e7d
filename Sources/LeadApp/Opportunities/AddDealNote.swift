package import LeadCore
package import LeadStore

/// Something worth knowing about a deal, written down; it changes nothing of the deal.
package struct AddDealNote: Command {
    package static let name = "add_deal_note"
    package static let permission = Permission.workOpportunities

    package var opportunity: Opportunity.ID
    package var text: String

    package init(opportunity: Opportunity.ID, text: String) {
        self.opportunity = opportunity
        self.text = text
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> OpportunityOutcome {
        let deal = try desk.access.opportunity(opportunity, tx.read)
        try tx.note(try AddNote.fitting(text), on: opportunity)
        return OpportunityOutcome(opportunity: opportunity, stage: deal.stage, kind: deal.kind)
    }
}
