extension LeadEvent {
    /// The same event with each of its words, those that a person may have typed, put otherwise.
    ///
    /// A new kind of event has to say here whether it has any: what it hides would stay in the ledger for ever.
    package func wording(_ change: (String) throws -> String) rethrows -> LeadEvent {
        switch self {
        case .nextStepSet(let step): return .nextStepSet(try step.wording(change))
        case .moved(var moved):
            moved.reason = try moved.reason.map(change)
            return .moved(moved)
        case .declined(var declined):
            declined.reason = try change(declined.reason)
            return .declined(declined)
        case .corrected(var correction):
            guard case .undone(var former) = correction.change else { return self }
            former.reason = try former.reason.map(change)
            correction.change = .undone(former)
            return .corrected(correction)
        case .restored(var restored):
            restored.nextStep = try restored.nextStep?.wording(change)
            restored.reason = try restored.reason.map(change)
            return .restored(restored)
        case .reclassified(var found):
            found.reason = try change(found.reason)
            return .reclassified(found)
        case .takenBack(var former):
            former.nextStep = try former.nextStep?.wording(change)
            return .takenBack(former)
        case .captured, .responded, .assigned, .marketingOwned, .clockStarted, .clockStopped, .clockBreached,
            .attempted, .qualified, .handedOff, .accepted, .valued, .contactLinked, .contactUnlinked, .converted,
            .recognized, .fieldsSet, .accountDescribed, .clockWarned, .clockEscalated, .clockPaused, .clockResumed,
            .clockRescheduled, .leadLinked, .leadUnlinked, .mergedInto, .absorbed, .released, .accountChanged,
            .called, .skipped, .contactChanged, .mailed:
            return self
        }
    }
}

extension LeadEvent.Kind {
    /// Whether its events can hold words.
    package var hasWords: Bool {
        [.nextStepSet, .moved, .declined, .corrected, .restored, .takenBack, .reclassified].contains(self)
    }
}

extension NextStep {
    fileprivate func wording(_ change: (String) throws -> String) rethrows -> NextStep {
        NextStep(what: try change(what), dueAt: dueAt)
    }
}

extension OpportunityEvent {
    /// The same event with each of its words, those that a person may have typed, put otherwise.
    package func wording(_ change: (String) throws -> String) rethrows -> OpportunityEvent {
        switch self {
        case .lost(var loss):
            loss.reason = try change(loss.reason)
            loss.competitor = try loss.competitor.map(change)
            return .lost(loss)
        case .opened, .staged, .amended, .owned, .won, .withdrawn, .leadAdded: return self
        }
    }
}

extension OpportunityEvent.Kind {
    /// Whether its events can hold words.
    package var hasWords: Bool { self == .lost }
}
