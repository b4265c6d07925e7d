extension LeadAct {
    /// Says that this lead is about the same deal as another one (requirement B4); responses are untouched.
    package mutating func link(to other: Lead.ID, in group: LeadGroup.ID) {
        record(.leadLinked(.init(group: group, lead: other)))
    }

    /// Says that it is about a deal of its own after all.
    package mutating func unlink(from other: Lead.ID, in group: LeadGroup.ID) {
        record(.leadUnlinked(.init(group: group, lead: other)))
    }

    /// Follows the only person of an open lead to another company.
    package mutating func change(account: Account.ID) throws(Refusal) {
        try requireOpen()
        guard account != lead.account else { return }
        record(.accountChanged(.init(account: account)))
    }
}
