extension LeadAct {
    /// Offers the lead to sales through the gate (requirements C9, E8): the receiver holds it from now on, the accept clock
    /// runs, and the giver gets it back if it is declined.
    package mutating func handOff(to receiver: Owner) throws(Refusal) {
        try requireOpen()
        guard receiver != .elsewhere else { throw Refusal.invalid("/to", "Hand off to a person or a pool.") }
        let target = try target(.handed)
        try facts.policy.gate.check(lead.qualification)
        let offer = Lead.Offer(giver: lead.owner, gateVersion: facts.policy.gate.version)
        stopClocks()
        if receiver != lead.owner { record(.assigned(.init(owner: receiver, reason: .handOff))) }
        enter(target)
        record(.handedOff(offer))
    }

    /// The seller takes it; in a pool, whoever accepts becomes the owner.
    package mutating func accept(by user: User.ID?) throws(Refusal) {
        guard lead.offer != nil else {
            throw Refusal(.conflict, "not_offered", "This lead has not been handed off to anybody.")
        }
        let target = try target(.accepted)
        if let user, lead.owner.person == nil { record(.assigned(.init(owner: .person(user), reason: .taken))) }
        record(.accepted)
        enter(target)
    }

    /// The seller gives it back with a reason (requirements E10, G1); the giver holds it again, custody intact.
    package mutating func decline(reason: String) throws(Refusal) {
        guard let offer = lead.offer else {
            throw Refusal(.conflict, "not_offered", "This lead has not been handed off to anybody.")
        }
        try require(reason: reason)
        let target = try target(.qualified)
        record(.declined(.init(reason: reason)))
        if offer.giver != lead.owner { record(.assigned(.init(owner: offer.giver, reason: .declined))) }
        enter(target)
    }
}
