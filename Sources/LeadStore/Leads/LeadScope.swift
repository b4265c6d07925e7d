package import LeadCore

/// The leads that somebody may see.
package enum LeadScope: Sendable {
    case all
    /// Those that a person, or somebody for whom they stand in, owns, offered or looks after for marketing, and those that the
    /// person may take from a pool.
    ///
    /// The person comes first among the people.
    case held(by: [User.ID], pools: [Pool.ID])

    /// The same rule as `condition`, for a lead in hand.
    package func holds(_ lead: Lead) -> Bool {
        switch self {
        case .all: true
        case .held(let users, let pools):
            users.contains(where: lead.isHeld) || pools.contains { lead.owner == .pool($0) }
        }
    }

    /// The same rule as `holds`, for `leads` in a statement.
    package var condition: SQL {
        switch self {
        case .all: return "TRUE"
        case .held(let users, let pools):
            let people = users.map(Owner.person)
            let owners = (people + pools.map(Owner.pool)).map { "\($0)" as SQL }.joined(", ")
            return """
                (leads.owner IN (\(owners)) OR leads.offer_giver IN (\(people.map { "\($0)" as SQL }.joined(", ")))
                  OR leads.marketing_owner IN (\(users.map { "\($0)" as SQL }.joined(", "))))
                """
        }
    }
}

extension LeadFilter {
    /// What is asked for, as far as it may be seen.
    ///
    /// Whoever sees only what they hold holds less than any status does: their leads are looked up by hand, never by status.
    func condition(in scope: LeadScope) -> SQL {
        guard case .held = scope, !statuses.isEmpty else { return "\(condition) AND \(scope.condition)" }
        var others = self
        others.statuses = []
        let wanted = statuses.map { "\($0)" as SQL }.joined(", ")
        return "\(others.condition) AND \(scope.condition) AND leads.status || '' IN (\(wanted))"
    }
}

extension Lead {
    /// Whether somebody owns it, offered it, or looks after it for marketing.
    package func isHeld(by user: User.ID) -> Bool {
        owner == .person(user) || offer?.giver == .person(user) || marketingOwner == user
    }
}
