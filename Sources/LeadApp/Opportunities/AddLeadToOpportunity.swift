package import LeadCore
package import LeadStore

/// A late lead joins an open deal with its people (requirement B6): it is converted like the others.
///
/// Done twice it is done once.
package struct AddLeadToOpportunity: Command {
    package static let name = "add_lead_to_opportunity"
    package static let permission = Permission.convertLeads

    package var opportunity: Opportunity.ID
    package var lead: Lead.ID
    /// The actor knows that the lead belongs to another account than the deal.
    package var otherAccounts: Bool

    package init(opportunity: Opportunity.ID, lead: Lead.ID, otherAccounts: Bool = false) {
        self.opportunity = opportunity
        self.lead = lead
        self.otherAccounts = otherAccounts
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> OpportunityOutcome {
        let deal = try desk.access.opportunity(opportunity, tx.read)
        var act = try desk.act(on: lead, tx)
        guard act.lead.opportunity != opportunity else { return OpportunityOutcome(deal) }
        guard otherAccounts || deal.account == nil || act.lead.account == deal.account else {
            throw Refusal(
                .conflict,
                "different_accounts",
                "This lead belongs to another account than the deal. Confirm that it is one deal nevertheless.",
                issues: [.init("/otherAccounts", "Confirm that they belong together.")]
            )
        }
        var dealAct = OpportunityAct(deal, facts: desk.facts(tx, on: deal))
        try dealAct.add(lead)
        try act.convert(to: opportunity)
        try tx.bringPeople(of: lead, to: opportunity)
        try tx.update(act)
        try tx.update(dealAct)
        return OpportunityOutcome(dealAct.opportunity)
    }
}

extension OpportunityOutcome {
    init(_ deal: Opportunity) {
        self.init(opportunity: deal.id, stage: deal.stage, kind: deal.kind)
    }
}
