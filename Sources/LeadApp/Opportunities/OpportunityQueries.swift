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
        if let owners = desk.access.dealOwners { wanted.owners = owners }
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
        /// What is to be sold, line by line.
        package var lines: [DealLineRow]
        /// How its conversion can be undone; nil when it cannot any more, or the actor may not.
        package var undo: Undo?
        /// What was written down about it, oldest first.
        package var notes: [DealNote]
        package var policy: Policy
        package var directory: Directory
        package var now: Instant
    }

    package struct Event: Sendable {
        package var event: OpportunityEvent
        package var at: Instant
        package var actor: User.ID?
        package var onBehalfOf: User.ID?
    }

    /// Until when a conversion can be undone, and whether that needs a manager's confirmation.
    package struct Undo: Hashable, Sendable {
        package var until: Instant
        package var needsConfirmation: Bool
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let deal = try desk.access.opportunity(opportunity, snapshot)
        guard let row = try snapshot.opportunityRow(deal.id) else { throw Refusal.notFound("opportunity") }
        let lines = try snapshot.ledger(of: deal.id)
        let leads = try snapshot.leadRows(convertedTo: deal.id)
        return Answer(
            opportunity: deal,
            row: row,
            people: try snapshot.people(of: deal.id),
            leads: leads,
            stays: try snapshot.stays(of: deal.id),
            events: try lines.map { line in
                Event(
                    event: try line.opportunityEvent(),
                    at: line.at,
                    actor: line.actor,
                    onBehalfOf: line.onBehalfOf
                )
            },
            lines: try snapshot.lines(of: deal.id),
            undo: leads.isEmpty ? nil : undo(deal, moved: lines.contains { $0.kind == "staged" }, desk, now),
            notes: try snapshot.notes(on: deal.id),
            policy: desk.policy,
            directory: try Directory(snapshot),
            now: now
        )
    }

    private func undo(_ deal: Opportunity, moved: Bool, _ desk: Desk, _ now: Instant) -> Undo? {
        let act = OpportunityAct(deal, facts: Facts(now: now, actor: desk.access.actor, policy: desk.policy))
        guard desk.access.actor.role.may(UndoConversion.permission),
            (try? act.requireWithdrawable(moved: moved, confirmed: true)) != nil
        else { return nil }
        return Undo(until: deal.createdAt + desk.policy.undoWindow, needsConfirmation: moved)
    }
}
