extension LeadAct {
    /// Offers the lead to sales through the gate (requirements C9, E8): the receiver holds it from now on, the accept clock
    /// runs, and the giver gets it back if it is declined.
    package mutating func handOff(to receiver: Owner) throws(Refusal) {
        try requireOpen()
        guard receiver != .elsewhere else { throw Refusal.invalid("/to", "Hand off to a person or a pool.") }
        let target = try target(.handed)
        let giver = lead.owner
        stopClocks()
        if receiver != lead.owner { record(.assigned(.init(owner: receiver, reason: .handOff))) }
        try enter(target)
        record(.handedOff(passage(from: giver)))
    }

    /// The seller takes it; in a pool, whoever accepts becomes the owner.
    package mutating func accept(by user: User.ID?) throws(Refusal) {
        guard lead.offer != nil else {
            throw Refusal(.conflict, "not_offered", "This lead has not been handed off to anybody.")
        }
        let target = try target(.accepted)
        if let user, lead.owner.person == nil { record(.assigned(.init(owner: .person(user), reason: .taken))) }
        record(.accepted)
        try enter(target)
    }

    /// The seller gives it back with a reason (requirements E10, G1); the giver holds it again, custody intact.
    ///
    /// - Parameter taker: who holds it instead when the giver has left meanwhile.
    package mutating func decline(reason: String, to taker: Owner? = nil) throws(Refusal) {
        guard let offer = lead.offer else {
            throw Refusal(.conflict, "not_offered", "This lead has not been handed off to anybody.")
        }
        let reason = try known(reason, among: facts.policy.declineReasons)
        let target = try target(.qualified)
        record(.declined(.init(reason: reason)))
        let taker = taker ?? offer.giver
        if taker != lead.owner { record(.assigned(.init(owner: taker, reason: .declined))) }
        try enter(target)
    }

    /// The pass through the gate as the ledger keeps it: under which version, and with what.
    private func passage(from giver: Owner) -> LeadEvent.HandedOff {
        let pass = gatePass
        return .init(
            giver: giver,
            gateVersion: pass.gateVersion,
            levels: pass.levels,
            grade: pass.grade,
            fields: pass.fields
        )
    }

    /// What the lead shows to the gate in force.
    var gatePass: LeadEvent.GatePass {
        let gate = facts.policy.gate
        return .init(
            gateVersion: gate.version,
            levels: lead.qualification,
            grade: lead.grade,
            fields: gate.fields.isEmpty ? nil : gate.fields.filter(profile.fields.contains)
        )
    }
}
