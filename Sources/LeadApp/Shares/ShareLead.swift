package import LeadCore
package import LeadStore

/// Hands a lead to a partner who has no account, by a link that works this one lead (requirement X18).
///
/// The partner holds it like anybody else: the accept clock runs, and what lies too long goes to somebody else.
package struct ShareLead: Command {
    package static let name = "share_lead"
    package static let permission = Permission.workLeads

    package struct Outcome: Codable, Hashable, Sendable {
        package var share: Share.ID
        package var lead: Lead.ID
        package var token: String
        package var expiresAt: Instant
    }

    package var lead: Lead.ID
    package var partnerName: String
    package var email: String
    package var days: Int
    package var note: String?

    package init(lead: Lead.ID, partner name: String, email: String, days: Int = 14, note: String? = nil) {
        self.lead = lead
        partnerName = name
        self.email = email
        self.days = days
        self.note = note
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard tx.actor.role != .partner else {
            throw Refusal(.forbidden, "not_permitted", "Partners cannot pass a lead on to others.")
        }
        guard (1...90).contains(days) else { throw Refusal.invalid("/days", "A link lasts 1 to 90 days.") }
        var act = try desk.act(on: lead, tx)
        let partner = try partner(tx)
        if act.lead.owner.person != partner { try act.handOff(to: .person(partner)) }
        try tx.update(act)
        try tx.announce(act)
        if let note = note?.trimmed { try tx.log(.note(on: lead, text: note, at: tx.now)) }
        let id: Share.ID = tx.newID()
        let expiresAt = tx.now + .days(Int64(days))
        try tx.insertShare(id, of: lead, to: partner, expiresAt: expiresAt)
        guard let share = try tx.read.share(id) else { throw Refusal.notFound("link") }
        let token = try LinkSigner(tx).token(id, share.meaning)
        try PartnerMail(share: share, token: token, lead: act.lead, note: note?.trimmed).send(tx, desk)
        return Outcome(share: id, lead: lead, token: token, expiresAt: expiresAt)
    }

    /// The partner as one of the people leads can be with: known by the address, and without a password.
    private func partner(_ tx: borrowing Transaction) throws -> User.ID {
        let person = try NewPerson(name: partnerName, email: email, role: .partner)
        guard MailAddress(mailbox: person.email) != nil else {
            throw Refusal.invalid("/email", "Mail servers here cannot take this address.")
        }
        guard let known = try tx.read.user(withEmail: person.email) else {
            let id: User.ID = tx.newID()
            try tx.save(person.record(id, passwordHash: nil))
            return id
        }
        guard known.role == .partner, known.active else {
            throw Refusal.invalid("/email", "This is the address of a colleague. Hand the lead off to them instead.")
        }
        return known.id
    }
}

/// Takes a link back; who opens it is told so.
package struct RevokeShare: Command {
    package typealias Outcome = Done
    package static let name = "revoke_share"
    package static let permission = Permission.workLeads

    package var lead: Lead.ID
    package var share: Share.ID

    package init(lead: Lead.ID, share: Share.ID) {
        self.lead = lead
        self.share = share
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let lead = try desk.access.lead(lead, tx.read)
        guard tx.actor.role != .partner, try tx.read.share(share)?.lead == lead.id else {
            throw Refusal.notFound("link")
        }
        _ = try tx.revokeShare(share, of: lead.id)
        return Done()
    }
}
