extension LeadAct {
    /// Takes back the last attempt, call or skip (requirement F10): the lead is again exactly what it was before.
    ///
    /// As with a merge, the former state is folded from the ledger, not copied. Only its author may do it, soon after, and
    /// only while nothing else has happened to the lead.
    ///
    /// - Parameter past: this lead's own ledger.
    package mutating func takeBack(_ past: [LeadHistory.Line]) throws(Refusal) {
        guard let head = past.lastIndex(where: { $0.event.canBeTakenBack }),
            !past[head...].contains(where: \.isTakenBack)
        else { throw Refusal(.conflict, "nothing_to_undo", "There is nothing to undo on this lead.") }
        let start = past.startOfAct(around: head)
        let act = past[start...]
        guard let first = act.first, act.allSatisfy({ $0.at == first.at && $0.actor == first.actor }) else {
            throw Refusal(
                .conflict,
                "acted_since",
                "Something happened to this lead since, so it cannot be what it was. Put it right by a further act."
            )
        }
        try requireOwn(first)
        guard let former = Lead.fold(lead.id, past[..<start].map { (event: $0.event, at: $0.at) }) else {
            throw Refusal(.conflict, "nothing_to_undo", "There is nothing to undo on this lead.")
        }
        record(.takenBack(.init(act, former)))
    }

    private func requireOwn(_ first: LeadHistory.Line) throws(Refusal) {
        guard let actor = facts.actor.user, first.actor == actor else {
            throw Refusal(.conflict, "not_own_act", "Only who did the last act can take it back.")
        }
        let minutes = facts.policy.calls.undoMinutes
        guard facts.now - first.at <= .minutes(Int64(minutes)) else {
            throw Refusal(.conflict, "undo_too_late", "This can be undone for \(minutes) minutes only.")
        }
    }
}

extension LeadEvent {
    fileprivate var canBeTakenBack: Bool {
        switch self {
        case .attempted, .skipped: true
        default: false
        }
    }
}

extension LeadHistory.Line {
    fileprivate var isTakenBack: Bool {
        if case .takenBack = event { true } else { false }
    }
}

extension [LeadHistory.Line] {
    /// Where the act begins whose attempt or skip stands at `head`: a call tells what its answers filled before its attempt.
    fileprivate func startOfAct(around head: Int) -> Int {
        var index = head
        while index > 0, self[index - 1].at == self[head].at, self[index - 1].actor == self[head].actor {
            index -= 1
            switch self[index].event {
            case .called: return index
            case .fieldsSet, .qualified: continue
            default: return head
            }
        }
        return head
    }
}

extension LeadEvent.TakenBack {
    fileprivate init(_ act: ArraySlice<LeadHistory.Line>, _ former: Lead) {
        var what = Act.attempt
        lines = act.count
        moves = 0
        started = []
        skip = nil
        for line in act {
            switch line.event {
            case .called: what = .call
            case .skipped(let skipped):
                what = .skip
                skip = skipped.id
            case .moved: moves += 1
            case .clockStarted(let clock): started.append(clock.id)
            default: break
            }
        }
        self.act = what
        status = former.status
        kind = former.kind
        statusSince = former.statusSince
        nextStep = former.nextStep
        clocks = former.clocks
        levels = former.qualification
        grade = former.grade
        attempts = former.attempts
        firstAttemptAt = former.firstAttemptAt
        tried = former.tried.description
    }
}

extension [(event: LeadEvent, at: Instant)] {
    /// The same ledger without the acts that were taken back: what it folds to when something else is left out as well.
    var withoutTakenBack: [(event: LeadEvent, at: Instant)] {
        reduce(into: []) { kept, line in
            if case .takenBack(let taken) = line.event {
                kept.removeLast(Swift.min(taken.lines, kept.count))
            } else {
                kept.append(line)
            }
        }
    }
}
