package import LeadCore
package import LeadStore

/// Which leads and deals an actor may see and work on: the one place where record-level rights are decided.
package struct Access: Sendable {
    package let actor: Actor
    package let scope: LeadScope
    /// For whom the actor stands in now, as their assistant (requirement E7).
    package let principals: [User.ID]

    package init(of actor: Actor, _ snapshot: borrowing Snapshot, at now: Instant) throws {
        self.actor = actor
        principals = try actor.user.map { try snapshot.principals(of: $0, at: now) } ?? []
        if let user = actor.user, !actor.role.seesEveryLead {
            scope = .held(by: [user] + principals, pools: try snapshot.pools(of: user))
        } else {
            scope = .all
        }
    }

    /// The lead, if the actor may see it; otherwise the same refusal as if it did not exist.
    package func lead(_ id: Lead.ID, _ snapshot: borrowing Snapshot) throws -> Lead {
        guard let lead = try snapshot.lead(id), scope.holds(lead) else { throw Refusal.notFound("lead") }
        return lead
    }

    package func opportunity(_ id: Opportunity.ID, _ snapshot: borrowing Snapshot) throws -> Opportunity {
        guard let deal = try snapshot.opportunity(id), holds(deal) else { throw Refusal.notFound("opportunity") }
        return deal
    }

    /// For whom the actor works a lead: nil when it is one's own.
    package func principal(for lead: Lead) -> User.ID? {
        guard let user = actor.user, !lead.isHeld(by: user) else { return nil }
        return principals.first(where: lead.isHeld)
    }

    package func principal(for deal: Opportunity) -> User.ID? {
        guard let owner = deal.owner, owner != actor.user else { return nil }
        return principals.contains(owner) ? owner : nil
    }

    /// Whose deals the actor sees; nil sees everybody's.
    package var dealOwners: [User.ID]? {
        switch scope {
        case .all: nil
        case .held(let users, _): users
        }
    }

    private func holds(_ deal: Opportunity) -> Bool {
        dealOwners.map { owners in deal.owner.map(owners.contains) ?? false } ?? true
    }

    /// Whether what is stored of somebody is the actor's to see and set right: they are on a lead that the actor sees.
    func mayTouch(_ contact: Contact.ID, _ snapshot: borrowing Snapshot) throws -> Bool {
        if case .all = scope { return true }
        return try snapshot.isOnLead(contact, in: scope)
    }

    /// Refuses to show somebody of whom the actor was not told: what is stored of a person is seen on leads alone that one may see,
    /// and inside the house also on leads of the person's own account.
    func requireAcquaintance(
        with contact: Contact.ID,
        of account: Account.ID,
        _ lead: Lead,
        _ snapshot: borrowing Snapshot
    )
        throws
    {
        if case .all = scope { return }
        if account == lead.account, actor.role != .partner { return }
        guard try snapshot.isOnLead(contact, in: scope) else {
            throw Refusal(
                .conflict,
                "contact_elsewhere",
                "This person is known here already, on leads that you do not see. Ask whoever manages yours to add them.",
                issues: [.init("/email", "Belongs to somebody on leads that you do not see.")]
            )
        }
    }
}

extension Desk {
    /// The facts for acting on a lead: an assistant acts on behalf of whose it is.
    package func facts(_ tx: borrowing Transaction, on lead: Lead) -> Facts {
        var facts = facts(tx)
        facts.actor.onBehalfOf = access.principal(for: lead)
        return facts
    }

    package func facts(_ tx: borrowing Transaction, on deal: Opportunity) -> Facts {
        var facts = facts(tx)
        facts.actor.onBehalfOf = access.principal(for: deal)
        return facts
    }

    /// A lead that the actor may see, to be acted on.
    func act(on id: Lead.ID, _ tx: borrowing Transaction) throws -> LeadAct {
        try act(on: try access.lead(id, tx.read), tx)
    }

    /// A lead that goes with one that the actor may see, whoever holds it.
    func companion(_ id: Lead.ID, _ tx: borrowing Transaction) throws -> LeadAct {
        guard let lead = try tx.read.lead(id) else { throw Refusal.notFound("lead") }
        return try act(on: lead, tx)
    }
}

extension Snapshot {
    /// A lead's ledger as events with their times.
    func events(of lead: Lead.ID) throws -> [(event: LeadEvent, at: Instant)] {
        try ledger(of: lead).map { (event: try $0.leadEvent(), at: $0.at) }
    }

    func links(of lead: Lead.ID) throws -> [LeadEvent.ContactLink] {
        try contacts(of: lead).map { LeadEvent.ContactLink(contact: $0, role: $1) }
    }
}
