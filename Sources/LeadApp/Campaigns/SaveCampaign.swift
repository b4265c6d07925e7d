package import LeadCore
package import LeadStore

/// Creates a campaign or changes it: its cost, its period, what it is about.
package struct SaveCampaign: Command {
    package static let name = "save_campaign"
    package static let permission = Permission.editCampaigns

    package struct Outcome: Codable, Sendable {
        package var campaign: Campaign.ID
    }

    /// Nil creates one.
    package var campaign: Campaign.ID?
    package var campaignName: String
    package var source: Source.ID?
    package var productClass: ProductClass.ID?
    package var cost: Money?
    package var startsAt: Instant?
    package var endsAt: Instant?
    /// Who answers for it in marketing, and so for the leads that it brings.
    package var owner: User.ID?

    package init(
        campaign: Campaign.ID? = nil,
        name: String,
        source: Source.ID? = nil,
        productClass: ProductClass.ID? = nil,
        cost: Money? = nil,
        startsAt: Instant? = nil,
        endsAt: Instant? = nil,
        owner: User.ID? = nil
    ) {
        self.campaign = campaign
        campaignName = name
        self.source = source
        self.productClass = productClass
        self.cost = cost
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.owner = owner
    }

    package func subject(after outcome: Outcome) -> String? { "campaign:\(outcome.campaign)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let name = campaignName.trimmed else { throw Refusal.invalid("/name", "A campaign needs a name.") }
        if let cost, cost.minor < 0 { throw Refusal.invalid("/cost", "A cost cannot be negative.") }
        try cost?.requireInRange("/cost")
        if let startsAt, let endsAt, endsAt < startsAt { throw Refusal.invalid("/endsAt", "It ends before it begins.") }
        if let source, try !tx.read.sources().contains(where: { $0.id == source }) {
            throw Refusal.invalid("/source", "There is no such source.")
        }
        if let productClass, try !tx.read.productClasses().contains(where: { $0.id == productClass }) {
            throw Refusal.invalid("/productClass", "There is no such product class.")
        }
        if let owner, try tx.read.user(owner)?.active != true {
            throw Refusal.invalid("/owner", "There is no such person, or the account is not active.")
        }
        if let campaign, try !tx.read.campaigns().contains(where: { $0.id == campaign }) {
            throw Refusal.notFound("campaign")
        }
        if let namesake = try tx.read.campaign(named: name), namesake != campaign {
            throw Refusal.nameTaken("campaign", name)
        }
        let id = campaign ?? tx.newID()
        try tx.save(
            CampaignRecord(
                id: id,
                name: name,
                source: source,
                productClass: productClass,
                cost: cost?.minor ?? 0,
                currency: cost?.currency,
                startsAt: startsAt,
                endsAt: endsAt,
                owner: owner
            )
        )
        return Outcome(campaign: id)
    }
}

/// All campaigns with what they cost.
package struct CampaignList: Query {
    package static let permission: Permission? = .readReports

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [CampaignRecord] {
        try snapshot.campaigns()
    }
}
