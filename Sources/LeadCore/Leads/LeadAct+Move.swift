extension LeadAct {
    /// Moves a lead to another status of the process, as a board does.
    ///
    /// What means more than a place (handing off, accepting, giving back, rejecting, recycling, losing, converting, reopening)
    /// has a verb of its own and is refused here, naming it.
    package mutating func move(to status: Status) throws(Refusal) {
        let target = try step(of: status)
        guard status != lead.status else { return }
        try requireMove(to: target)
        if let verb = verb(for: target.kind) {
            throw Refusal(
                .conflict,
                "needs_act",
                "Moving to \(target.label) needs more than a move.",
                issues: [.init("/act", verb.rawValue)]
            )
        }
        try enter(target)
    }

    /// The verb that a move to a kind of status stands for; nil when it is no more than a move.
    private func verb(for kind: StatusKind) -> LeadVerb? {
        switch kind {
        case .new, .working, .qualified: lead.isOpen ? (lead.offer == nil ? nil : .decline) : .reopen
        case .handed: .handOff
        case .accepted: .accept
        case .nurture: .recycle
        case .rejected: .reject
        case .lost: .lose
        case .converted: .convert
        case .merged: .merge
        }
    }

    func requireMove(to target: LeadProcess.Step) throws(Refusal) {
        guard facts.policy.process.allows(lead.status, to: target.status) else {
            let here = facts.policy.process[lead.status]?.label ?? lead.status.rawValue
            throw Refusal(.conflict, "move_not_allowed", "A lead in \(here) cannot go to \(target.label).")
        }
    }

    /// The status of a kind that this lead may go to from where it is.
    func target(_ kind: StatusKind) throws(Refusal) -> LeadProcess.Step {
        let process = facts.policy.process
        guard let any = process.first(kind) else {
            throw Refusal(.conflict, "no_such_kind", "The lead process has no status of kind \(kind.rawValue).")
        }
        let reachable = process.steps.first { $0.kind == kind && process.allows(lead.status, to: $0.status) }
        guard let reachable else {
            try requireMove(to: any)
            return any
        }
        return reachable
    }

    /// Closes a lead as not qualified, with a reason that marketing can learn from (requirement G1).
    package mutating func reject(reason: String) throws(Refusal) {
        try requireOpen()
        let reason = try known(reason, among: facts.policy.rejectionReasons)
        try facts.policy.unreachable.check(reason, lead.tried)
        try enter(try target(.rejected), reason: reason)
    }

    /// Closes an accepted lead that bought elsewhere or not at all.
    package mutating func lose(reason: String) throws(Refusal) {
        try requireOpen()
        try require(reason: reason)
        try enter(try target(.lost), reason: reason)
    }

    /// Takes a closed lead up again.
    package mutating func reopen(to owner: Allotment, reason: String) throws(Refusal) {
        guard !lead.isOpen else { throw Refusal(.conflict, "lead_open", "This lead is open already.") }
        guard lead.kind != .converted else {
            throw Refusal(.conflict, "lead_converted", "This lead became an opportunity; work on that instead.")
        }
        try requireNotMerged()
        try require(reason: reason)
        let step = try target(.new)
        record(.assigned(.init(owner: owner.owner, reason: .reopened)))
        try enter(step, reason: reason)
    }
}
