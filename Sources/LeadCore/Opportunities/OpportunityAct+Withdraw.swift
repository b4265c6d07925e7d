extension OpportunityAct {
    /// Takes a deal back, since the conversion that made it is undone: it is neither won nor lost, and never was in the pipeline.
    ///
    /// - Parameters:
    ///   - moved: whether it has been worked on, that is moved to another stage.
    ///   - confirmed: a manager says that it shall go nevertheless.
    package mutating func withdraw(moved: Bool, confirmed: Bool) throws(Refusal) {
        try requireWithdrawable(moved: moved, confirmed: confirmed)
        let stage = OpportunityStage.withdrawnKey
        record(.staged(.init(from: opportunity.stage, to: stage, kind: .withdrawn)), at: facts.now)
        record(.withdrawn, at: facts.now)
    }

    /// Refuses where `withdraw` would.
    package func requireWithdrawable(moved: Bool, confirmed: Bool) throws(Refusal) {
        guard opportunity.kind == .open else {
            throw Refusal(
                .conflict,
                "opportunity_closed",
                "This deal is \(opportunity.kind.rawValue) already, so its conversion stays."
            )
        }
        try facts.requireUndoable(since: opportunity.createdAt)
        guard !moved || (confirmed && facts.actor.role.may(.reassignLeads)) else {
            throw Refusal(
                .conflict,
                "opportunity_worked_on",
                "Somebody has moved this deal on. A manager can undo the conversion by confirming it.",
                issues: [.init("/confirmed", "A manager has to confirm.")]
            )
        }
    }

    /// A late lead joins the deal.
    package mutating func add(_ lead: Lead.ID) throws(Refusal) {
        guard opportunity.kind == .open else {
            throw Refusal(.conflict, "opportunity_closed", "This deal is closed. Move it to an open stage first.")
        }
        record(.leadAdded(.init(lead: lead)), at: facts.now)
    }

    func requireNotWithdrawn() throws(Refusal) {
        guard opportunity.kind != .withdrawn else {
            throw Refusal(
                .conflict,
                "opportunity_withdrawn",
                "The conversion that made this deal was undone. Convert its leads again."
            )
        }
    }
}
