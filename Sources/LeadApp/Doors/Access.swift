package import LeadCore
package import LeadStore

/// Which leads an actor may see and work on: the one place where record-level rights are decided.
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

    private func holds(_ deal: Opportunity) -> Bool {
        switch scope {
        case .all: true
        case .held(let user, _): deal.owner == user
        }
    }
}
