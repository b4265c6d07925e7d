extension LeadAct {
    /// Logs an attempt (requirement C6): it stops the first-response clock, moves the lead along, and sets what comes next.
    ///
    /// A conversation moves a new or merely attempted lead into qualification; anything else moves a new one to attempted. Where
    /// the lead does not yet show what that status requires, it goes as far as it may.
    ///
    /// - Parameter next: what to do next and when; proposed by the status if nil.
    package mutating func attempt(_ attempt: Attempt, next: NextStep?) throws(Refusal) {
        try requireOpen()
        guard (attempt.seconds ?? 0) >= 0 else {
            throw Refusal.invalid("/seconds", "A conversation cannot take less than no time.")
        }
        var attempt = attempt
        attempt.part = DayPart(calendar.zone.local(facts.now))
        record(.attempted(attempt))
        let working = enterable(.working)
        let movesAlong = lead.kind == .new || (lead.kind == .working && attempt.outcome.isConversation)
        if movesAlong, let target = attempt.outcome.isConversation ? working.last : working.first {
            try enter(target)
        } else {
            if lead.kind == .new, let wanted = reachable(.working).first { try requireEntry(to: wanted) }
            restart(.followUp)
        }
        if let next { try setNextStep(next) } else if lead.kind != .new { proposeNextStep() }
    }

    /// A follow-up clock starts over with each attempt; other clocks (accept, qualification, wake-up) run on.
    private mutating func restart(_ kind: ClockKind) {
        guard let clock = facts.policy.process[lead.status]?.clock, clock.kind == kind else { return }
        stopClocks([kind])
        start(kind, dueAt: due(in: clock.within))
    }

    private mutating func proposeNextStep() {
        guard lead.kind != .nurture, let next = facts.policy.process[lead.status]?.nextStep else { return }
        record(.nextStepSet(NextStep(what: next.what, dueAt: due(in: next.within))))
    }

    /// What the owner does next, and by when (requirement F1).
    package mutating func setNextStep(_ next: NextStep) throws(Refusal) {
        try requireOpen()
        guard next.what.contains(where: { !$0.isWhitespace }) else {
            throw Refusal.invalid("/what", "Say what is to be done next.")
        }
        guard next.dueAt > facts.now else {
            throw Refusal.invalid("/dueAt", "The next step must lie in the future.")
        }
        guard next != lead.nextStep else { return }
        record(.nextStepSet(next))
    }
}
