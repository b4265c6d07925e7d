extension LeadAct {
    /// The birth of a lead (requirements A1–A7): open, and not yet in anybody's custody: `takeIntoCustody` or history comes
    /// next, before it is saved.
    ///
    /// - Parameters:
    ///   - at: when it really began; before `facts.now` for history that is imported, never after it.
    ///   - response: the response that it answers, counted once.
    package static func capture(
        _ id: Lead.ID,
        _ captured: LeadEvent.Captured,
        at: Instant,
        response: LeadEvent.Responded?,
        contact: LeadEvent.ContactLink,
        profile: LeadProfile = LeadProfile(),
        facts: Facts,
        newClockID: @escaping @Sendable () -> Clock.ID
    ) throws(Refusal) -> LeadAct {
        try facts.requirePast(at)
        var act = LeadAct(Lead(id: id, at: at, captured), profile: profile, facts: facts, newClockID: newClockID)
        act.record(.captured(captured), at: at)
        act.record(.contactLinked(contact), at: at)
        if let response { act.record(.responded(response), at: at) }
        return act
    }

    /// Gives an open lead an owner, a clock and a next step; a closed one, brought in as history, needs none.
    package mutating func takeIntoCustody(_ assigned: Allotment) {
        guard lead.isOpen else { return }
        record(.assigned(.init(owner: assigned.owner, reason: assigned.reason)))
        guard let step = facts.policy.process[lead.status] else { return }
        startCustody(of: step)
    }

    /// A second inquiry of the same contact about the same class: a response more, never a second lead.
    ///
    /// A sleeping lead wakes, where there is a status that it may enter.
    package mutating func respond(_ response: LeadEvent.Responded) throws(Refusal) {
        try requireOpen()
        record(.responded(response))
        resumeClocks()
        if mayWake { try wake(.signal) }
    }
}
