extension LeadAct {
    /// Gives the lead to another owner; its next step and clock run on.
    package mutating func assign(to owner: Owner, reason: AssignmentReason) throws(Refusal) {
        try requireOpen()
        guard owner != .elsewhere else { throw Refusal.invalid("/owner", "Every open lead needs an owner in Baton.") }
        guard owner != lead.owner else { return }
        record(.assigned(.init(owner: owner, reason: reason)))
    }

    /// Takes a lead that waits in a pool.
    package mutating func take(by user: User.ID) throws(Refusal) {
        guard lead.owner.pool != nil else {
            throw Refusal(.conflict, "already_taken", "Somebody holds this lead already.")
        }
        try assign(to: .person(user), reason: .taken)
    }

    /// Marketing's part of joint ownership (requirement E6).
    package mutating func setMarketingOwner(_ user: User.ID) {
        guard lead.marketingOwner != user else { return }
        record(.marketingOwned(.init(owner: user)))
    }

    package mutating func value(at money: Money) throws(Refusal) {
        try requireOpen()
        guard money.minor >= 0 else { throw Refusal.invalid("/value", "A value cannot be negative.") }
        try money.requireInRange("/value")
        guard money != lead.value else { return }
        record(.valued(money))
    }
}
