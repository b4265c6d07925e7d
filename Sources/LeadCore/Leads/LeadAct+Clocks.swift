extension LeadAct {
    /// Everything that a clock has to do by now, in order and each once, however often the timer fires: go on after a pause,
    /// warn, breach, escalate level by level (requirements E4, F2, F3).
    ///
    /// A wake-up clock wakes the lead instead of breaching; where there is no status that the lead may enter it breaches, so that no
    /// timer is refused.
    ///
    /// - Parameter relief: the pool that gives the lead to somebody else when a level asks for that.
    /// - Returns: whose turn it was, when the lead changed hands.
    @discardableResult
    package mutating func fire(_ id: Clock.ID, relief: Pool? = nil) throws(Refusal) -> Allotment? {
        var given: Allotment?
        while given == nil, let clock = lead.clocks.first(where: { $0.id == id }),
            let time = clock.firesAt, time <= facts.now
        {
            if clock.isPaused {
                record(.clockResumed(.init(id: id, kind: clock.kind, times: clock.times)))
            } else if clock.breachedAt != nil {
                given = escalate(clock, relief)
            } else if clock.warnedAt == nil, time < clock.dueAt {
                record(.clockWarned(.init(id: id, kind: clock.kind)))
            } else if clock.kind == .wakeUp, mayWake {
                try wake(.date)
            } else {
                breach(clock)
            }
        }
        return given
    }

    private mutating func breach(_ clock: Clock) {
        let next = facts.policy.serviceLevels[clock.kind].time(ofLevel: 0, due: clock.dueAt, in: calendar)
        record(.clockBreached(.init(id: clock.id, kind: clock.kind, escalatesAt: next)))
    }

    private mutating func escalate(_ clock: Clock, _ relief: Pool?) -> Allotment? {
        let service = facts.policy.serviceLevels[clock.kind]
        let level = service.levels.indices.contains(clock.level) ? service.levels[clock.level] : nil
        record(
            .clockEscalated(
                .init(
                    id: clock.id,
                    kind: clock.kind,
                    level: clock.level + 1,
                    tell: level?.tell ?? [],
                    escalatesAt: service.time(ofLevel: clock.level + 1, due: clock.dueAt, in: calendar)
                )
            )
        )
        guard level?.reassign == true else { return nil }
        return passOn(clock, relief)
    }

    /// Somebody else gets the lead, and the whole time for it; an offer stays an offer, and its giver remembered.
    private mutating func passOn(_ clock: Clock, _ relief: Pool?) -> Allotment? {
        guard let given = relief?.relieve(lead.owner, wanted), given.owner != lead.owner else { return nil }
        record(.assigned(.init(owner: given.owner, reason: given.reason)))
        guard let step = facts.policy.process[lead.status] else { return given }
        stopClocks()
        startCustody(of: step)
        return given
    }
}

extension LeadAct {
    /// Whether firing this clock may reach a level that gives the lead to somebody else, so that a pool is needed.
    ///
    /// When a level's time comes stands on the clock; the calendar may count otherwise by now.
    package func passesOn(_ id: Clock.ID) -> Bool {
        guard let clock = lead.clocks.first(where: { $0.id == id }) else { return false }
        return facts.policy.serviceLevels[clock.kind].levels.dropFirst(clock.level).contains(where: \.reassign)
    }
}
