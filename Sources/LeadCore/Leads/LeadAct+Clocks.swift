extension LeadAct {
    /// A clock's due time has passed: recorded once, however often the timer fires.
    ///
    /// A wake-up clock wakes the lead; where the process leads nowhere from here it breaches, so that no timer is refused.
    package mutating func breach(_ id: Clock.ID) throws(Refusal) {
        guard let clock = lead.clocks.first(where: { $0.id == id }), clock.breachedAt == nil, clock.dueAt <= facts.now
        else { return }
        if clock.kind == .wakeUp, lead.kind == .nurture, (try? wakingTarget()) != nil {
            try wake(.date)
        } else {
            record(.clockBreached(.init(id: id, kind: clock.kind)))
        }
    }
}
