extension LeadAct {
    /// Refuses unless the lead shows what a status requires and, on the way to sales, what the gate asks for.
    func requireEntry(to step: LeadProcess.Step) throws(Refusal) {
        // A seller may always give back what was offered, also when the gate has become stricter since. What imported history
        // says was with a seller was never offered here.
        let comesFromOffer = lead.kind == .handed && before.offer != nil
        if step.kind == .handed || (step.kind == .qualified && !comesFromOffer) { try requireGate() }
        let missing = lead.missing(for: step, profile, at: facts.now)
        guard missing.isEmpty else { throw facts.policy.process.refusal(entering: step, missing: missing) }
    }

    func requireGate() throws(Refusal) {
        try facts.policy.gate.check(lead, profile, facts.policy.process)
    }

    /// The statuses of a kind that the lead may go to from where it is.
    func reachable(_ kind: StatusKind) -> [LeadProcess.Step] {
        let process = facts.policy.process
        return process.steps.filter { $0.kind == kind && process.allows(lead.status, to: $0.status) }
    }

    /// Those of them whose requirements it shows.
    func enterable(_ kind: StatusKind) -> [LeadProcess.Step] {
        reachable(kind).filter { lead.missing(for: $0, profile, at: facts.now).isEmpty }
    }
}
