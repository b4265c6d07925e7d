extension Lead {
    /// The one way a lead changes: what `event`, having happened at `at`, makes of it.
    package mutating func apply(_ event: LeadEvent, at: Instant) {
        lastAt = at
        switch event {
        case .captured: break
        case .responded: responses += 1
        case .assigned(let assigned):
            owner = assigned.owner
            ownerSince = at
        case .marketingOwned(let owned): marketingOwner = owned.owner
        case .nextStepSet(let step): nextStep = step
        case .clockStarted(let clock): clocks.append(clock)
        case .clockStopped(let stopped): clocks.removeAll { $0.id == stopped.id }
        case .clockBreached(let breached):
            change(breached.id) { clock in
                clock.breachedAt = at
                clock.escalatesAt = breached.escalatesAt
            }
        case .attempted(let attempt):
            attempts += 1
            tried.add(attempt)
            firstAttemptAt = firstAttemptAt ?? at
        case .qualified(let qualified):
            qualification = qualified.levels
            grade = qualified.grade
        case .moved(let moved): move(moved, at: at)
        case .handedOff(let passed): offer = Offer(giver: passed.giver, gateVersion: passed.gateVersion)
        case .accepted: offer = nil
        case .declined(let declined):
            offer = nil
            reason = declined.reason
        case .valued(let value): self.value = value
        case .contactLinked, .contactUnlinked, .fieldsSet, .accountDescribed: break
        case .converted(let converted): opportunity = converted.opportunity
        case .recognized: break
        case .corrected(let correction): correct(correction)
        case .clockWarned(let warned): change(warned.id) { $0.warnedAt = at }
        case .clockEscalated(let escalated):
            change(escalated.id) { clock in
                clock.level = escalated.level
                clock.escalatesAt = escalated.escalatesAt
            }
        case .clockPaused(let paused):
            change(paused.id) { clock in
                clock.pausedSince = at
                clock.pausedUntil = paused.until
                clock.times = paused.times
            }
        case .clockResumed(let resumed):
            change(resumed.id) { clock in
                clock.pausedSince = nil
                clock.pausedUntil = nil
                clock.times = resumed.times
            }
        case .clockRescheduled(let rescheduled): change(rescheduled.id) { $0.times = rescheduled.times }
        case .leadLinked, .leadUnlinked: break
        case .mergedInto(let merged): mergedInto = merged.survivor
        case .absorbed(let absorption): absorb(absorption)
        case .released(let release): self.release(release)
        case .restored(let restored): restore(restored)
        case .accountChanged(let change): account = change.account
        case .called, .skipped: break
        case .takenBack(let former): takeBack(former)
        case .contactChanged: break
        case .reclassified(let change): productClass = change.productClass
        case .mailed: break
        }
    }

    private mutating func change(_ clock: Clock.ID, _ body: (inout Clock) -> Void) {
        for i in clocks.indices where clocks[i].id == clock { body(&clocks[i]) }
    }

    private mutating func move(_ moved: LeadEvent.Moved, at: Instant) {
        status = moved.to
        kind = moved.kind
        statusSince = at
        reason = moved.reason ?? reason
        if moved.kind != .handed { offer = nil }
        if moved.kind == .new { tried = AttemptEvidence() }
        if !moved.kind.isOpen { nextStep = nil }
    }

    private mutating func absorb(_ absorption: LeadEvent.Absorption) {
        responses += absorption.responses
        attempts += absorption.attempts
        firstAttemptAt = [firstAttemptAt, absorption.firstAttemptAt].compactMap { $0 }.min()
        qualification.levels.merge(absorption.levels.levels) { own, _ in own }
        grade = absorption.grade ?? grade
        value = value ?? absorption.value
    }

    private mutating func release(_ release: LeadEvent.Release) {
        responses = release.responses
        attempts = release.attempts
        firstAttemptAt = release.firstAttemptAt
        qualification = release.levels
        grade = release.grade
        value = release.value
    }

    private mutating func restore(_ restored: LeadEvent.Restored) {
        status = restored.status
        kind = restored.kind
        statusSince = restored.statusSince
        nextStep = restored.nextStep
        clocks = restored.clocks
        offer = restored.offer
        reason = restored.reason
        opportunity = nil
        mergedInto = nil
    }

    /// The state that a lead's ledger tells: nil unless it begins with a capture.
    package static func fold(_ id: ID, _ events: some Sequence<(event: LeadEvent, at: Instant)>) -> Lead? {
        var lead: Lead?
        for (event, at) in events {
            if case .captured(let captured) = event, lead == nil { lead = Lead(id: id, at: at, captured) }
            lead?.apply(event, at: at)
        }
        return lead
    }
}
