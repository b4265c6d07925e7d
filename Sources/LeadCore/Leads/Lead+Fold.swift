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
            for i in clocks.indices where clocks[i].id == breached.id { clocks[i].breachedAt = at }
        case .attempted:
            attempts += 1
            firstAttemptAt = firstAttemptAt ?? at
        case .qualified(let qualified):
            qualification = qualified.levels
            grade = qualified.grade
        case .moved(let moved): move(moved, at: at)
        case .handedOff(let offer): self.offer = offer
        case .accepted: offer = nil
        case .declined(let declined):
            offer = nil
            reason = declined.reason
        case .valued(let value): self.value = value
        case .contactLinked, .contactUnlinked: break
        case .converted(let converted): opportunity = converted.opportunity
        }
    }

    private mutating func move(_ moved: LeadEvent.Moved, at: Instant) {
        status = moved.to
        kind = moved.kind
        statusSince = at
        reason = moved.reason ?? reason
        if moved.kind != .handed { offer = nil }
        if !moved.kind.isOpen { nextStep = nil }
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
