package import LeadCore

/// Which deals a list shows.
package struct OpportunityFilter: Sendable {
    package var stage: String?
    package var owner: User.ID?
    package var kind: OpportunityStage.Kind?
    /// Only theirs; everybody's when nil.
    package var owners: [User.ID]?
    package var account: Account.ID?
    package var before: Opportunity.ID?
    package var limit = 50
    var only: Opportunity.ID?

    package init() {}

    var condition: SQL {
        var parts: [SQL] = []
        if let only { parts.append("opportunities.id = \(only)") }
        if let stage { parts.append("opportunities.stage = \(stage)") }
        if let owner { parts.append("opportunities.owner_id = \(owner)") }
        if let kind { parts.append("opportunities.kind = \(kind)") }
        if let account { parts.append("opportunities.account_id = \(account)") }
        if let owners {
            parts.append("opportunities.owner_id IN (\(owners.map { "\($0)" as SQL }.joined(", ")))")
        }
        if only == nil, stage == nil, kind == nil {
            parts.append("opportunities.kind <> \(OpportunityStage.Kind.withdrawn)")
        }
        return parts.isEmpty ? "TRUE" : parts.joined(" AND ")
    }
}

/// A deal as lists show it.
package struct OpportunityRow: Sendable {
    package var id: Opportunity.ID
    package var name: String
    package var account: String?
    package var product: String?
    package var productClass: String?
    package var source: String?
    package var campaign: String?
    package var stage: String
    package var kind: OpportunityStage.Kind
    package var stageSince: Instant
    package var owner: User.ID?
    package var amount: Money?
    package var createdAt: Instant
    package var closeOn: Instant?
    package var closedAt: Instant?
}

/// How many deals are in a stage and what they are worth, one sum per currency.
package struct StageTotal: Sendable {
    package var stage: String
    package var count: Int
    package var amounts: [Money]
}

extension Snapshot {
    package func opportunityRows(_ filter: OpportunityFilter) throws -> [OpportunityRow] {
        let page: SQL = filter.before.map { " AND opportunities.id < \($0)" } ?? ""
        return try all(
            """
            SELECT opportunities.id, opportunities.name, accounts.name, products.name, product_classes.name, sources.name,
              campaigns.name, opportunities.stage, opportunities.kind, opportunities.stage_since,
              opportunities.owner_id, opportunities.amount, opportunities.currency, opportunities.created_at,
              opportunities.close_on, opportunities.closed_at
            FROM opportunities
            LEFT JOIN accounts ON accounts.id = opportunities.account_id
            LEFT JOIN products ON products.id = opportunities.product_id
            LEFT JOIN product_classes ON product_classes.id = opportunities.class_id
            LEFT JOIN sources ON sources.id = opportunities.source_id
            LEFT JOIN campaigns ON campaigns.id = opportunities.campaign_id
            WHERE \(filter.condition)\(page) ORDER BY opportunities.id DESC LIMIT \(filter.limit)
            """
        ) { row in
            OpportunityRow(
                id: try row.next(),
                name: try row.next(),
                account: try row.next(),
                product: try row.next(),
                productClass: try row.next(),
                source: try row.next(),
                campaign: try row.next(),
                stage: try row.next(),
                kind: try row.next(),
                stageSince: try row.next(),
                owner: try row.next(),
                amount: try Money(&row),
                createdAt: try row.next(),
                closeOn: try row.next(),
                closedAt: try row.next()
            )
        }
    }

    package func opportunityRow(_ id: Opportunity.ID) throws -> OpportunityRow? {
        var filter = OpportunityFilter()
        filter.only = id
        return try opportunityRows(filter).first
    }

    package func stageTotals(_ filter: OpportunityFilter) throws -> [StageTotal] {
        let parts = try all(
            """
            SELECT stage, COUNT(*), currency, \(Total.columns(of: "amount")) FROM opportunities
            WHERE \(filter.condition) GROUP BY stage, currency ORDER BY stage, currency
            """
        ) { row in
            (
                stage: try row.next() as String, count: try row.next() as Int, currency: try row.next() as String?,
                amount: try Total(&row).value
            )
        }
        return Dictionary(grouping: parts, by: \.stage).map { stage, parts in
            StageTotal(
                stage: stage,
                count: parts.reduce(0) { $0 + $1.count },
                amounts: parts.compactMap { part in part.currency.map { Money(minor: part.amount, currency: $0) } }
            )
        }
    }

    package func people(of opportunity: Opportunity.ID) throws -> [LeadPerson] {
        try all(
            """
            SELECT \(raw: ContactRecord.columns), opportunity_contacts.role FROM opportunity_contacts
            JOIN contacts ON contacts.id = opportunity_contacts.contact_id
            WHERE opportunity_contacts.opportunity_id = \(opportunity) ORDER BY contacts.id
            """
        ) { row in LeadPerson(contact: try ContactRecord(&row), role: try row.next()) }
    }

    /// The leads that became this deal.
    package func leadRows(convertedTo opportunity: Opportunity.ID) throws -> [LeadRow] {
        var filter = LeadFilter()
        filter.opportunity = opportunity
        return try leadRows(filter, in: .all)
    }
}
