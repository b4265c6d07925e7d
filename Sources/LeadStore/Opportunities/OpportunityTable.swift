package import LeadCore

/// What an opportunity has besides its life-cycle state.
package struct OpportunityDetails: Sendable {
    package var name: String
    package var product: Product.ID?
    package var productClass: ProductClass.ID?
    package var campaign: Campaign.ID?
    package var source: Source.ID?
    package var firstContactAt: Instant?
    package var closeOn: Instant?

    package init(
        name: String,
        product: Product.ID? = nil,
        productClass: ProductClass.ID? = nil,
        campaign: Campaign.ID? = nil,
        source: Source.ID? = nil,
        firstContactAt: Instant? = nil,
        closeOn: Instant? = nil
    ) {
        self.name = name
        self.product = product
        self.productClass = productClass
        self.campaign = campaign
        self.source = source
        self.firstContactAt = firstContactAt
        self.closeOn = closeOn
    }
}

extension Snapshot {
    package func opportunity(_ id: Opportunity.ID) throws -> Opportunity? {
        try first(
            """
            SELECT id, account_id, created_at, stage, kind, stage_since, owner_id, amount, currency, closed_at,
              lost_reason, competitor, rank, version
            FROM opportunities WHERE id = \(id)
            """
        ) { row in
            Opportunity(
                id: try row.next(),
                account: try row.next(),
                createdAt: try row.next(),
                stage: try row.next(),
                kind: try row.next(),
                stageSince: try row.next(),
                owner: try row.next(),
                amount: try Money(&row),
                closedAt: try row.next(),
                lostReason: try row.next(),
                competitor: try row.next(),
                rank: try row.next(),
                version: try row.next()
            )
        }
    }
}

extension Transaction {
    package func insert(
        _ act: OpportunityAct,
        _ details: OpportunityDetails,
        contacts: [(Contact.ID, ContactRole)]
    ) throws {
        let deal = act.opportunity
        try run(
            """
            INSERT INTO opportunities (id, account_id, name, created_at, stage, kind, stage_since, owner_id, product_id,
              class_id, campaign_id, source_id, first_contact_at, amount, currency, close_on, closed_at, lost_reason,
              competitor, rank, version)
            VALUES (\(deal.id), \(deal.account), \(details.name), \(deal.createdAt), \(deal.stage), \(deal.kind),
              \(deal.stageSince), \(deal.owner), \(details.product), \(details.productClass), \(details.campaign),
              \(details.source), \(details.firstContactAt), \(deal.amount?.minor), \(deal.amount?.currency),
              \(details.closeOn), \(deal.closedAt), \(deal.lostReason), \(deal.competitor), \(deal.rank), 1)
            """
        )
        for (contact, role) in contacts {
            try run(
                """
                INSERT INTO opportunity_contacts (opportunity_id, contact_id, role)
                VALUES (\(deal.id), \(contact), \(role)) ON CONFLICT DO NOTHING
                """
            )
        }
        try saveHistory(of: act)
    }

    package func update(_ act: OpportunityAct) throws {
        guard !act.records.isEmpty else { return }
        try updateState(act.opportunity)
        try saveHistory(of: act)
    }

    /// Saves the state alone, without history of how it came about.
    func updateState(_ deal: Opportunity) throws {
        let changed = try run(
            """
            UPDATE opportunities SET stage = \(deal.stage), kind = \(deal.kind), stage_since = \(deal.stageSince),
              owner_id = \(deal.owner), amount = \(deal.amount?.minor), currency = \(deal.amount?.currency),
              closed_at = \(deal.closedAt), lost_reason = \(deal.lostReason), competitor = \(deal.competitor),
              rank = \(deal.rank), version = version + 1
            WHERE id = \(deal.id) AND version = \(deal.version)
            """
        )
        guard changed == 1 else { throw Refusal.changedMeanwhile }
    }

    private func saveHistory(of act: OpportunityAct) throws {
        let deal = act.opportunity
        for record in act.records {
            try run(
                """
                INSERT INTO ledger (opportunity_id, kind, at, recorded_at, actor_id, policy, details, on_behalf_of)
                VALUES (\(deal.id), \(record.event.kind), \(record.at), \(now), \(record.actor), \(record.policy),
                  \(try details(of: record.event, on: deal.id, under: act.facts.policy)), \(record.onBehalfOf))
                """
            )
        }
        try save(
            act.endedStays,
            current: deal.stage,
            since: deal.stageSince,
            dimension: .stage,
            of: deal.id.bytes,
            isNew: deal.version == 0
        )
    }
}
