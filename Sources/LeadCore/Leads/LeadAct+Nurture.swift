extension LeadAct {
    /// Gives the lead back to marketing until a wake date (requirements G3, X12): somebody holds it, and a clock runs, meanwhile.
    package mutating func recycle(to marketing: Owner, reason: String, wakeAt: Instant) throws(Refusal) {
        try requireOpen()
        let reason = try known(reason, among: facts.policy.recycleReasons)
        guard wakeAt > facts.now else { throw Refusal.invalid("/wakeAt", "The wake date must lie in the future.") }
        try facts.policy.unreachable.check(reason, lead.tried)
        let target = try target(.nurture)
        try enter(target, reason: reason, dueAt: wakeAt)
        if marketing != lead.owner { record(.assigned(.init(owner: marketing, reason: .recycled))) }
        if let person = marketing.person { setMarketingOwner(person) }
    }

    /// The wake date has come, or a new signal did: back to the start of the process, with its owner.
    package mutating func wake(_ cause: WakeCause = .person) throws(Refusal) {
        guard lead.kind == .nurture else {
            throw Refusal(.conflict, "not_recycled", "This lead is not waiting with marketing.")
        }
        try enter(try wakingTarget(), cause: cause)
    }

    /// Where a lead wakes: in a new status, or in a working one where the process leads to none; one whose requirements it
    /// shows.
    func wakingTarget() throws(Refusal) -> LeadProcess.Step {
        if let step = (enterable(.new) + enterable(.working)).first { return step }
        guard let step = reachable(.working).first else { return try target(.new) }
        try requireEntry(to: step)
        return step
    }

    /// Whether something wakes the lead that nobody could put right if it were refused: a date, or a signal.
    var mayWake: Bool {
        lead.kind == .nurture && (try? wakingTarget()) != nil
    }
}
