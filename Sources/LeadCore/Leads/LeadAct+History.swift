extension LeadAct {
    /// Brings in a status change that happened before Baton knew the lead, at its own time (never an invented one).
    ///
    /// Moves that today's process would not allow are taken as they were; clocks and next steps are not made up for the past.
    package mutating func recordHistory(_ status: Status, at: Instant, reason: String? = nil) throws(Refusal) {
        try requireNotMerged()
        let target = try step(of: status)
        guard target.kind != .merged else {
            throw Refusal.invalid("/status", "A merge cannot be brought in as history.")
        }
        try facts.requirePast(at, "/at")
        guard at >= lead.statusSince else {
            throw Refusal(
                .conflict,
                "history_out_of_order",
                "The change to \(target.label) lies before the one that is already recorded.",
                issues: [.init("/at", "Must not be earlier than the last recorded change.")]
            )
        }
        guard status != lead.status else { return }
        bring(target, reason: reason, at: at)
        if !target.kind.isOpen { stopClocks() }
    }

    /// Who held it in the past that is brought in.
    package mutating func heldBefore(by owner: Owner) {
        record(.assigned(.init(owner: owner, reason: .imported)), at: lead.createdAt)
    }

    /// After history: stops what the past left running and puts an open lead into custody from now on.
    package mutating func settleHistory(_ assigned: Allotment) {
        stopClocks()
        guard lead.isOpen, let step = facts.policy.process[lead.status] else { return }
        if lead.owner != assigned.owner { record(.assigned(.init(owner: assigned.owner, reason: assigned.reason))) }
        startCustody(of: step, dueAt: step.kind == .nurture ? due(in: .hours(8)) : nil)
    }

    /// History that ends in a sale: the opportunity it became, at its own time.
    package mutating func convertHistory(to opportunity: Opportunity.ID, status: Status, at: Instant) throws(Refusal) {
        try requireNotMerged()
        let target = try step(of: status)
        guard at >= lead.statusSince else {
            throw Refusal(
                .conflict,
                "history_out_of_order",
                "The lead was won before it was first seen.",
                issues: [.init("/at", "Must not be earlier than the last recorded change.")]
            )
        }
        record(.converted(.init(opportunity: opportunity)), at: at)
        bring(target, at: at)
        stopClocks()
    }

    /// The move as it was, said to be brought in: it names no gate, since it passed none of ours.
    private mutating func bring(_ target: LeadProcess.Step, reason: String? = nil, at: Instant) {
        let moved = LeadEvent.Moved(
            from: lead.status,
            to: target.status,
            kind: target.kind,
            reason: reason,
            imported: true
        )
        record(.moved(moved), at: at)
    }
}
