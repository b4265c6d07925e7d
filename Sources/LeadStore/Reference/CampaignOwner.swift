package import LeadCore

extension Snapshot {
    /// Who answers for a campaign in marketing; nil while nobody does, or the account is not active any more.
    package func owner(of campaign: Campaign.ID) throws -> User.ID? {
        try value(
            """
            SELECT users.id FROM campaigns JOIN users ON users.id = campaigns.owner_id
            WHERE campaigns.id = \(campaign) AND users.active
            """
        )
    }
}
