import LeadCore
import LeadStore

/// The deal that an imported lead became, at its own time.
enum Conversion {
    static func bringWon(
        _ act: inout LeadAct,
        _ step: CaptureLead.HistoryStep,
        _ inquiry: Inquiry,
        _ names: References,
        _ person: Identification.Person,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws {
        let at = step.at ?? tx.now
        let id: Opportunity.ID = tx.newID()
        try act.convertHistory(to: id, status: step.status, at: at)
        var deal = try OpportunityAct.open(
            id,
            .init(
                account: act.lead.account,
                stage: try desk.policy.firstStage(),
                owner: names.owner,
                amount: inquiry.value,
                leads: [act.lead.id]
            ),
            at: at,
            facts: desk.facts(tx)
        )
        if step.won { try deal.win(at: at) }
        let name = inquiry.company?.trimmed ?? (inquiry.fullName.isEmpty ? "Imported deal" : inquiry.fullName)
        try tx.insert(
            deal,
            OpportunityDetails(name: name, from: act.lead),
            contacts: [(person.contact, .responder)]
        )
    }
}
