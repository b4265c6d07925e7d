package import LeadCore
package import LeadStore

/// Which leads and deals an actor may see and work on: the one place where record-level rights are decided.
package struct Access: Sendable {
    package let actor: Actor
    package let scope: LeadScope

    package init(of actor: Actor, _ snapshot: borrowing Snapshot) throws {
        self.actor = actor
        if let user = actor.user, !actor.role.seesEveryLead {
            scope = .held(by: user, pools: try snapshot.pools(of: user))
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

    /// Whose deals the actor sees; nil sees everybody's.
    package var dealOwner: User.ID? {
        switch scope {
        case .all: nil
        case .held(let user, _): user
        }
    }

    private func holds(_ deal: Opportunity) -> Bool {
        dealOwner.map { $0 == deal.owner } ?? true
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
