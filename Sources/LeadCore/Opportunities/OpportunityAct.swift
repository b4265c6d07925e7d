/// An opportunity being acted on; the counterpart of `LeadAct`.
package struct OpportunityAct: Sendable {
    package struct Record: Hashable, Sendable {
        package var event: OpportunityEvent
        package var at: Instant
        package var actor: User.ID?
        package var policy: Int
        /// For whom the actor stood in, when an assistant acts.
        package var onBehalfOf: User.ID?
    }

    package private(set) var opportunity: Opportunity
    package let facts: Facts
    package private(set) var records: [Record] = []
    package private(set) var endedStays: [Stay] = []

    package init(_ opportunity: Opportunity, facts: Facts) {
        self.opportunity = opportunity
        self.facts = facts.notBefore(max(opportunity.createdAt, opportunity.stageSince))
    }

    /// Opens a deal, at its own time when it is history.
    package static func open(
        _ id: Opportunity.ID,
        _ opened: OpportunityEvent.Opened,
        at: Instant,
        facts: Facts
    ) throws(Refusal) -> OpportunityAct {
        try opened.amount?.requireInRange("/amount")
        var act = OpportunityAct(Opportunity(id: id, at: at, opened), facts: facts)
        guard try act.stage(opened.stage).kind == .open else {
            throw Refusal.invalid("/stage", "A deal starts in an open stage.")
        }
        act.record(.opened(opened), at: at)
        return act
    }

    package mutating func move(to key: String) throws(Refusal) {
        try requireNotWithdrawn()
        let target = try stage(key)
        guard target.kind == .open else {
            throw Refusal(.conflict, "needs_act", "Say that it was won or lost, and why.")
        }
        guard key != opportunity.stage else { return }
        record(.staged(.init(from: opportunity.stage, to: key, kind: .open)), at: facts.now)
    }

    package mutating func win(at: Instant? = nil) throws(Refusal) {
        try requireOpen()
        try close(.won, event: .won, at: at ?? facts.now)
    }

    package mutating func lose(_ loss: OpportunityEvent.Loss, at: Instant? = nil) throws(Refusal) {
        try requireOpen()
        guard loss.reason.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(.invalid, "reason_missing", "Say why it was lost.", issues: [.init("/reason", "Needed.")])
        }
        if let rank = loss.rank, !(1...99).contains(rank) {
            throw Refusal.invalid("/rank", "The rank is a number from 1 to 99.")
        }
        try close(.lost, event: .lost(loss), at: at ?? facts.now)
    }

    package mutating func amend(_ amount: Money) throws(Refusal) {
        guard amount.minor >= 0 else { throw Refusal.invalid("/amount", "An amount cannot be negative.") }
        try amount.requireInRange("/amount")
        guard amount != opportunity.amount else { return }
        record(.amended(amount), at: facts.now)
    }

    package mutating func own(_ user: User.ID) throws(Refusal) {
        guard user != opportunity.owner else { return }
        record(.owned(.init(owner: user)), at: facts.now)
    }

    private mutating func close(_ kind: OpportunityStage.Kind, event: OpportunityEvent, at: Instant) throws(Refusal) {
        guard let target = facts.policy.opportunityStages.first(where: { $0.kind == kind }) else {
            throw Refusal(.conflict, "no_such_stage", "The sales process has no stage of kind \(kind.rawValue).")
        }
        guard at >= opportunity.stageSince else {
            throw Refusal(
                .conflict,
                "history_out_of_order",
                "The deal closed before it began.",
                issues: [.init("/closedAt", "Must not be earlier than the last recorded change.")]
            )
        }
        record(.staged(.init(from: opportunity.stage, to: target.key, kind: kind)), at: at)
        record(event, at: at)
    }

    private func requireOpen() throws(Refusal) {
        guard opportunity.kind == .open else {
            throw Refusal(.conflict, "opportunity_closed", "This deal is closed. Move it to an open stage first.")
        }
    }

    private func stage(_ key: String) throws(Refusal) -> OpportunityStage {
        guard let stage = facts.policy.opportunityStages.first(where: { $0.key == key }) else {
            throw Refusal.invalid("/stage", "The sales process has no stage \(key).")
        }
        return stage
    }

    mutating func record(_ event: OpportunityEvent, at: Instant) {
        if case .staged = event {
            endedStays.append(
                Stay(
                    dimension: .stage,
                    value: opportunity.stage,
                    enteredAt: opportunity.stageSince,
                    leftAt: at,
                    working: facts.policy.calendar.workingTime(from: opportunity.stageSince, to: at)
                )
            )
        }
        opportunity.apply(event, at: at)
        records.append(
            Record(
                event: event,
                at: at,
                actor: facts.actor.user,
                policy: facts.policy.version,
                onBehalfOf: facts.actor.onBehalfOf
            )
        )
    }
}
