extension LeadAct {
    /// Moves a lead to another status of the process, as a board does.
    ///
    /// Statuses that mean more than a place (handed off, accepted, rejected, recycled, lost, converted) have verbs of
    /// their own and are refused here, saying which.
    package mutating func move(to status: Status) throws(Refusal) {
        let target = try step(of: status)
        guard status != lead.status else { return }
        try requireMove(to: target)
        switch target.kind {
        case .new, .working: enter(target)
        case .qualified:
            try facts.policy.gate.check(lead.qualification)
            enter(target)
        case .handed, .accepted, .nurture, .rejected, .lost, .converted:
            throw Refusal(
                .conflict,
                "needs_act",
                "Moving to \(target.label) needs more than a move.",
                issues: [.init("/act", target.kind.rawValue)]
            )
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
        try require(reason: reason)
        enter(try target(.rejected), reason: reason)
    }

    /// Closes an accepted lead that bought elsewhere or not at all.
    package mutating func lose(reason: String) throws(Refusal) {
        try requireOpen()
        try require(reason: reason)
        enter(try target(.lost), reason: reason)
    }

    /// Takes a closed lead up again.
    package mutating func reopen(to owner: Allotment, reason: String) throws(Refusal) {
        guard !lead.isOpen else { throw Refusal(.conflict, "lead_open", "This lead is open already.") }
        guard lead.kind != .converted else {
            throw Refusal(.conflict, "lead_converted", "This lead became an opportunity; work on that instead.")
        }
        try require(reason: reason)
        let step = try target(.new)
        record(.assigned(.init(owner: owner.owner, reason: .reopened)))
        enter(step, reason: reason)
    }
}
