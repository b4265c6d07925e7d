package import LeadCore

extension LeadRow {
    /// What the lead's expected value is reckoned from.
    package var valueBasis: ValueBasis {
        ValueBasis(kind: kind, grade: grade, stated: value, classValue: classValue, deal: deal)
    }
}

/// A won deal as a lead's page tells what it brought.
package struct WonDeal: Sendable {
    package var id: Opportunity.ID
    package var name: String
    package var amount: Money?
    package var wonAt: Instant
    /// Nil when nobody said which.
    package var productClass: ProductClass.ID?
    /// The lead that it counts with: the first created among its own; nil for a deal without a lead.
    package var origin: Lead.ID?
}

extension Snapshot {
    /// The opportunities that leads became, as their values need them.
    func valueDeals(of leads: [Lead.ID]) throws -> [Lead.ID: ValueBasis.Deal] {
        var deals: [Lead.ID: ValueBasis.Deal] = [:]
        try eachPart(of: leads) { part in
            try each(
                """
                SELECT leads.id, opportunities.amount, opportunities.currency, opportunities.stage,
                  leads.id = \(ExpectedValueSQL.origin)
                FROM leads JOIN opportunities ON opportunities.id = leads.opportunity_id WHERE leads.id IN (\(part))
                """
            ) { row in
                deals[try row.next()] = ValueBasis.Deal(
                    amount: try Money(&row),
                    stage: try row.next(),
                    countsHere: try row.next()
                )
            }
        }
        return deals
    }

    /// What an account has bought, the oldest first.
    package func wonDeals(of account: Account.ID) throws -> [WonDeal] {
        try all(
            """
            SELECT opportunities.id, opportunities.name, opportunities.amount, opportunities.currency,
              opportunities.closed_at, opportunities.class_id,
              (SELECT leads.id FROM leads WHERE leads.opportunity_id = opportunities.id
                ORDER BY leads.created_at, leads.id LIMIT 1)
            FROM opportunities
            WHERE account_id = \(account) AND kind = \(OpportunityStage.Kind.won) AND closed_at IS NOT NULL
            ORDER BY closed_at, opportunities.id
            """
        ) { row in
            WonDeal(
                id: try row.next(),
                name: try row.next(),
                amount: try Money(&row),
                wonAt: try row.next(),
                productClass: try row.next(),
                origin: try row.next()
            )
        }
    }

    /// The leads of an account, the oldest first, as first touch needs them.
    package func firstTouches(of account: Account.ID) throws -> [FirstTouch.Candidate<Lead.ID>] {
        try all(
            "SELECT id, class_id, created_at FROM leads WHERE account_id = \(account) ORDER BY created_at, id"
        ) { row in
            FirstTouch.Candidate(lead: try row.next(), productClass: try row.next(), createdAt: try row.next())
        }
    }
}
