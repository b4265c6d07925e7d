package import LeadCore
package import LeadStore

/// Says who answers for a lead in marketing, beside the owner in sales (requirement E6).
package struct SetMarketingOwner: LeadCommand {
    package static let name = "set_marketing_owner"
    package static let permission = Permission.reassignLeads

    package var lead: Lead.ID
    package var owner: User.ID

    package init(lead: Lead.ID, owner: User.ID) {
        self.lead = lead
        self.owner = owner
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let user = try tx.read.user(owner), user.active else {
            throw Refusal.invalid("/owner", "There is no such person, or the account is not active.")
        }
        act.setMarketingOwner(owner)
    }
}
