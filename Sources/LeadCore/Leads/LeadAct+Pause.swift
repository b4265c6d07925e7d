extension LeadAct {
    /// Stops the time until a day, as when the customer is on holiday: what is left of it counts on from then.
    ///
    /// The next step moves to that day when it was due before.
    package mutating func pause(until: Instant) throws(Refusal) {
        try requireOpen()
        let running = lead.clocks.filter { $0.kind != .wakeUp && !$0.isPaused }
        guard !running.isEmpty else {
            throw Refusal(.conflict, "no_clock_to_pause", "No clock of this lead can be paused now.")
        }
        guard until > facts.now else {
            throw Refusal.invalid("/until", "A pause ends in the future.")
        }
        for clock in running {
            let times = clock.times.moved(from: facts.now, in: calendar, to: until, in: calendar)
            record(.clockPaused(.init(id: clock.id, kind: clock.kind, until: until, times: times)))
        }
        if let next = lead.nextStep, next.dueAt < until {
            record(.nextStepSet(NextStep(what: next.what, dueAt: calendar.firstWorking(from: until))))
        }
    }

    /// Ends a pause before its day.
    package mutating func resume() throws(Refusal) {
        try requireOpen()
        guard lead.clocks.contains(where: \.isPaused) else {
            throw Refusal(.conflict, "not_paused", "No clock of this lead is paused.")
        }
        resumeClocks()
    }

    /// What happens to a paused clock when the people of the lead write to us: their holiday is over.
    mutating func resumeClocks() {
        for clock in lead.clocks {
            guard let until = clock.pausedUntil else { continue }
            let start = min(until, facts.now)
            let times = clock.times.moved(from: until, in: calendar, to: start, in: calendar)
            record(.clockResumed(.init(id: clock.id, kind: clock.kind, times: times)))
        }
    }

    /// More time for a lead that is late (requirement F8): another next step, and a clock that is due with it.
    ///
    /// What was late stays recorded as late.
    package mutating func extend(_ next: NextStep) throws(Refusal) {
        try requireOpen()
        guard let clock = facts.policy.process[lead.status]?.clock, clock.kind != .wakeUp else {
            throw Refusal(.conflict, "no_clock_to_extend", "This lead waits for its wake date. Change that instead.")
        }
        try setNextStep(next)
        stopClocks()
        start(clock.kind, dueAt: next.dueAt)
    }
}

extension WorkingCalendar {
    /// The moment itself when it is worked, or the next that is.
    func firstWorking(from instant: Instant) -> Instant {
        nextWorkingInstant(onOrAfter: instant) ?? instant
    }
}
