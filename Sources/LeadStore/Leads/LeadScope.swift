package import LeadCore

/// The leads that somebody may see.
package enum LeadScope: Sendable {
    case all
    /// Those a person owns, offered, looks after for marketing, or may take from a pool.
    case held(by: User.ID, pools: [Pool.ID])

    /// The same rule as `condition`, for a lead in hand.
    package func holds(_ lead: Lead) -> Bool {
        switch self {
        case .all: true
        case .held(let user, let pools):
            lead.owner == .person(user) || lead.offer?.giver == .person(user) || lead.marketingOwner == user
                || pools.contains { lead.owner == .pool($0) }
        }
    }

    /// The same rule as `holds`, for `leads` in a statement.
    package var condition: SQL {
        switch self {
        case .all: return "TRUE"
        case .held(let user, let pools):
            let owners = ([Owner.person(user)] + pools.map(Owner.pool)).map { "\($0)" as SQL }.joined(", ")
            return """
                (leads.owner IN (\(owners)) OR leads.offer_giver = \(Owner.person(user))
                  OR leads.marketing_owner = \(user))
                """
        }
    }
}
