package import LeadCore
package import LeadStore

/// What a partner sees through their link: one lead, and nothing of any other.
package struct SharedLead: Sendable {
    package var share: ShareRecord
    package var lead: Lead
    package var partner: String
    package var contact: ContactRecord?
    package var company: AccountRecord?
    package var productClass: String?
    /// What the customer wrote, oldest first.
    package var messages: [String]
    /// Who passed it on.
    package var giver: String
    package var policy: Policy
    package var zone: ZoneRules
    package var now: Instant
}

extension SharedLead {
    /// "Grace Hopper, Navy Ltd".
    package var title: String {
        let company = self.company.flatMap { $0.personal ? nil : $0.name }
        return [contact?.name, company].compactMap { $0 }.joined(separator: ", ")
    }

    package var card: ContactCard {
        var card = ContactCard(name: contact?.name ?? company?.name ?? "Unnamed")
        card.company = company.flatMap { $0.personal ? nil : $0.name }
        card.title = contact?.title
        card.email = contact?.doNotEmail == true ? nil : contact?.email
        card.phone = contact?.doNotCall == true ? nil : contact?.phone
        card.city = company?.city ?? contact?.city
        card.country = company?.country ?? contact?.country
        return card
    }

    package var entry: CalendarEntry? {
        lead.nextStep.map { step in
            CalendarEntry(
                id: "\(share.id)@baton",
                title: "\(step.what): \(title)",
                note: "",
                start: step.dueAt,
                stamp: share.createdAt
            )
        }
    }
}

extension ShareRecord {
    /// What its token says besides the link's own id: changed in one place, the signature fits no more.
    var meaning: String { "share \(lead) \(partner) \(expiresAt.milliseconds)" }

    func end(on lead: Lead, at now: Instant) -> Share.End? {
        Share.end(
            expiresAt: expiresAt,
            revokedAt: revokedAt,
            endedAt: endedAt,
            partner: partner,
            lead: lead,
            at: now
        )
    }

    /// Refuses a link that does nothing any more.
    func requireWorking(on lead: Lead, at now: Instant) throws(Refusal) {
        if let end = end(on: lead, at: now) {
            throw Refusal(.conflict, "share_over", end.sentence, issues: [.init("", end.rawValue)])
        }
    }
}

extension Snapshot {
    /// The link that a token is for; refuses one that we did not sign as if there were none.
    func share(token: String) throws -> ShareRecord {
        guard let id = LinkSigner.id(in: token, of: Share.self), let share = try share(id),
            try LinkSigner(self)?.isGenuine(token, share.meaning) == true
        else { throw Refusal.notFound("link") }
        return share
    }
}

/// Opens a partner's link: changes nothing, however often mail scanners follow it.
package struct OpenShare: Query {
    package var token: String

    package init(token: String) {
        self.token = token
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> SharedLead {
        let share = try snapshot.share(token: token)
        guard let lead = try snapshot.lead(share.lead) else { throw Refusal.notFound("link") }
        try share.requireWorking(on: lead, at: now)
        return try SharedLead(share, lead, snapshot, desk, now)
    }
}

extension SharedLead {
    init(_ share: ShareRecord, _ lead: Lead, _ snapshot: borrowing Snapshot, _ desk: Desk, _ now: Instant) throws {
        self.share = share
        self.lead = lead
        self.now = now
        policy = desk.policy
        zone = desk.calendars[.person(share.partner)].zone
        partner = try snapshot.user(share.partner)?.name ?? ""
        giver = try share.createdBy.flatMap { try snapshot.user($0)?.name } ?? "Baton"
        contact = try snapshot.people(of: lead.id).first?.contact
        company = try snapshot.account(lead.account)
        productClass = try snapshot.productClasses().first { $0.id == lead.productClass }?.name
        messages = try snapshot.activities(of: lead.id).filter(\.inbound).compactMap(\.note)
    }
}

/// The links of a lead, oldest first.
package struct LeadShares: Query {
    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package struct Entry: Sendable {
        package var share: ShareRecord
        /// Why it works no more; nil while it does.
        package var end: Share.End?
        /// What the partner opens, for those who may pass it on; nil once it works no more.
        package var token: String?
    }

    package struct Answer: Sendable {
        package var shares: [Entry]
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let lead = try desk.access.lead(lead, snapshot)
        let signer = desk.access.actor.role == .partner ? nil : try LinkSigner(snapshot)
        return Answer(
            shares: try snapshot.shares(of: lead.id).map { share in
                let end = share.end(on: lead, at: now)
                return Entry(share: share, end: end, token: end == nil ? signer?.token(share.id, share.meaning) : nil)
            }
        )
    }
}
