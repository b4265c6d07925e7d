package import LeadCore
package import LeadStore

/// Deals that the actor may see, newest first.
package struct OpportunityList: Query {
    package var filter: OpportunityFilter

    package init(_ filter: OpportunityFilter = OpportunityFilter()) {
        self.filter = filter
    }

    package struct Answer: Sendable {
        package var rows: [OpportunityRow]
        package var next: Opportunity.ID?
        /// Every stage, whichever one the list is limited to.
        package var totals: [StageTotal]
        package var stages: [OpportunityStage]
        package var directory: Directory
        package var currency: String
        package var policy: Policy
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        var wanted = filter
        if let owner = desk.access.dealOwner { wanted.owner = owner }
        wanted.limit = min(max(filter.limit, 1), 200) + 1
        var rows = try snapshot.opportunityRows(wanted)
        var next: Opportunity.ID?
        if rows.count == wanted.limit {
            rows.removeLast()
            next = rows.last?.id
        }
        var everywhere = wanted
        everywhere.stage = nil
        everywhere.kind = nil
        return Answer(
            rows: rows,
            next: next,
            totals: try snapshot.stageTotals(everywhere),
            stages: desk.policy.opportunityStages,
            directory: try Directory(snapshot),
            currency: desk.policy.currency,
            policy: desk.policy,
            now: now
        )
    }
}

/// Everything about one deal.
package struct OpportunityDetail: Query {
    package var opportunity: Opportunity.ID

    package init(opportunity: Opportunity.ID) {
        self.opportunity = opportunity
    }

    package struct Answer: Sendable {
        package var opportunity: Opportunity
        package var row: OpportunityRow
        package var people: [LeadPerson]
        package var leads: [LeadRow]
        package var stays: [Stay]
        package var events: [Event]
        package var policy: Policy
        package var directory: Directory
        package var now: Instant
    }

    package struct Event: Sendable {
        package var event: OpportunityEvent
        package var at: Instant
        package var actor: User.ID?
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let deal = try desk.access.opportunity(opportunity, snapshot)
        guard let row = try snapshot.opportunityRow(deal.id) else { throw Refusal.notFound("opportunity") }
        return Answer(
            opportunity: deal,
            row: row,
            people: try snapshot.people(of: deal.id),
            leads: try snapshot.leadRows(convertedTo: deal.id),
            stays: try snapshot.stays(of: deal.id),
            events: try snapshot.ledger(of: deal.id).map { line in
                Event(event: try line.opportunityEvent(), at: line.at, actor: line.actor)
            },
            policy: desk.policy,
            directory: try Directory(snapshot),
            now: now
        )
    }
}
