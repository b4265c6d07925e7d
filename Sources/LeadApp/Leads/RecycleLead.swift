package import LeadCore
package import LeadStore

/// Gives a lead back to marketing until a wake date, with a reason.
package struct RecycleLead: LeadCommand {
    package static let name = "recycle_lead"

    package var lead: Lead.ID
    package var reason: String
    /// What the next one should know, in free words; the reason is what is counted.
    package var note: String?
    package var wakeAt: Instant
    /// Who looks after it meanwhile: the lead's marketing owner, or the first in marketing, when nil.
    package var marketingOwner: User.ID?

    package init(lead: Lead.ID, reason: String, wakeAt: Instant, marketingOwner: User.ID? = nil, note: String? = nil) {
        self.lead = lead
        self.reason = reason
        self.note = note
        self.wakeAt = wakeAt
        self.marketingOwner = marketingOwner
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let keeper = try keeper(of: act.lead, tx.read)
        try act.recycle(
            to: keeper.map(Owner.person) ?? act.lead.owner,
            reason: reason.trimmed ?? "",
            wakeAt: wakeAt
        )
    }

    /// Whoever is named must be here; a marketing owner who has left is passed over.
    private func keeper(of lead: Lead, _ snapshot: borrowing Snapshot) throws -> User.ID? {
        if let marketingOwner {
            guard try snapshot.user(marketingOwner)?.active == true else {
                throw Refusal.invalid("/marketingOwner", "There is no such person, or the account is not active.")
            }
            return marketingOwner
        }
        if let known = lead.marketingOwner, try snapshot.user(known)?.active == true { return known }
        return try snapshot.firstActive(.marketing)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(note, tx)
    }
}

/// Takes a recycled lead up before its wake date.
package struct WakeLead: LeadCommand {
    package static let name = "wake_lead"

    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.wake()
    }
}
