package import LeadCore
package import LeadStore

/// Says who owns a lead for marketing beside its owner in sales: what comes of it is credited to both (requirement E6).
package struct ShareLead: LeadCommand {
    package static let name = "share_lead"

    package var lead: Lead.ID
    package var marketingOwner: User.ID

    package init(lead: Lead.ID, marketingOwner: User.ID) {
        self.lead = lead
        self.marketingOwner = marketingOwner
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let user = try tx.read.user(marketingOwner), user.active else {
            throw Refusal.invalid("/marketingOwner", "There is no such person, or the account is not active.")
        }
        act.setMarketingOwner(marketingOwner)
    }
}
