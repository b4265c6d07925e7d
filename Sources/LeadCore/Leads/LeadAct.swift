/// A lead being acted on: decides by the rules, applies what was decided, and remembers what must be saved.
///
/// It is a value: run a verb, and either it throws a `Refusal` and nothing has changed that anybody will save, or `records`
/// and `endedStays` say exactly what happened. The verbs are in `LeadAct+….swift`, one file each.
package struct LeadAct: Sendable {
    /// An event with its time and the policy that it was decided under.
    package struct Record: Hashable, Sendable {
        package var event: LeadEvent
        package var at: Instant
        package var actor: User.ID?
        package var policy: Int
        /// For whom the actor stood in, when an assistant acts.
        package var onBehalfOf: User.ID?
    }

    package private(set) var lead: Lead
    /// What requirements ask for beside the life; what this act itself adds is in it.
    package internal(set) var profile: LeadProfile
    /// As it was when the act began.
    package let before: Lead
    package let facts: Facts
    package private(set) var records: [Record] = []
    package private(set) var endedStays: [Stay] = []
    /// Why the present status was entered, if this act woke the lead.
    package private(set) var cause: WakeCause?
    /// How it was decided who gets the lead, when this act decided it.
    package var routing: RoutingTrace?
    /// What it asks of whoever takes it over when its time runs out.
    package var wanted = Wanted()
    private let newClockID: @Sendable () -> Clock.ID

    /// - Parameters:
    ///   - profile: what is known beside the lead's life; without it requirements count as not met.
    ///   - newClockID: makes ids for clocks that the act starts; ids come from the edge.
    package init(
        _ lead: Lead,
        profile: LeadProfile = LeadProfile(),
        facts: Facts,
        newClockID: @escaping @Sendable () -> Clock.ID
    ) {
        self.lead = lead
        self.profile = profile
        before = lead
        self.facts = facts.notBefore(max(lead.lastAt, lead.statusSince, lead.ownerSince))
        self.newClockID = newClockID
    }

    /// Applies an event and keeps it for the ledger; ends the stay that it ends.
    mutating func record(_ event: LeadEvent, at: Instant? = nil) {
        let at = at ?? facts.now
        let former = lead.owner
        switch event {
        case .moved(let moved):
            end(.status, lead.status.rawValue, since: lead.statusSince, at: at)
            cause = moved.cause
        case .assigned where lead.owner != .elsewhere || lead.ownerSince < at:
            end(.owner, lead.owner.description, since: lead.ownerSince, at: at)
        default: break
        }
        lead.apply(event, at: at)
        records.append(
            Record(
                event: event,
                at: at,
                actor: facts.actor.user,
                policy: facts.policy.version,
                onBehalfOf: facts.actor.onBehalfOf
            )
        )
        if case .assigned = event { reschedule(from: former) }
    }

    private mutating func end(_ dimension: Dimension, _ value: String, since: Instant, at: Instant) {
        endedStays.append(
            Stay(
                dimension: dimension,
                value: value,
                enteredAt: since,
                leftAt: at,
                working: facts.policy.calendar.workingTime(from: since, to: at),
                cause: dimension == .status ? cause : nil
            )
        )
    }
}

extension LeadAct {
    func step(of status: Status) throws(Refusal) -> LeadProcess.Step {
        guard let step = facts.policy.process[status] else {
            throw Refusal(.conflict, "unknown_status", "The lead process has no status \(status.rawValue).")
        }
        return step
    }

    func requireOpen() throws(Refusal) {
        guard lead.isOpen else {
            throw Refusal(.conflict, "lead_closed", "This lead is closed. Reopen it before you work on it.")
        }
    }

    /// Refuses a reason that is empty.
    package func require(reason: String) throws(Refusal) {
        try Refusal.require(reason: reason)
    }

    /// The reason as the policy lists it, so that it can be counted; a policy that lists none takes any.
    func known(_ reason: String, among reasons: [String]) throws(Refusal) -> String {
        try require(reason: reason)
        guard !reasons.isEmpty else { return reason }
        guard let known = reasons.first(where: { $0.lowercased() == reason.lowercased() }) else {
            throw Refusal(
                .invalid,
                "unknown_reason",
                "This is none of the reasons that are counted here. Say more in the note.",
                issues: [.init("/reason", "One of: \(reasons.joined(separator: ", ")).")]
            )
        }
        return known
    }

    /// Enters a status: stops the clocks of the old one, starts the new one's, and proposes its next step.
    ///
    /// Every way into a status leads through here, so here is where its requirements and the gate are checked.
    ///
    /// - Parameters:
    ///   - dueAt: where the status has no fixed target (a wake date), when its clock and step are due.
    ///   - cause: why a recycled lead is taken up again.
    mutating func enter(
        _ step: LeadProcess.Step,
        reason: String? = nil,
        dueAt: Instant? = nil,
        at: Instant? = nil,
        cause: WakeCause? = nil
    ) throws(Refusal) {
        try requireEntry(to: step)
        let moved = LeadEvent.Moved(from: lead.status, to: step.status, kind: step.kind, reason: reason, cause: cause)
        record(.moved(moved), at: at)
        stopClocks()
        startCustody(of: step, dueAt: dueAt)
    }

    /// The clock and the next step that a status brings; nothing for a closed one.
    mutating func startCustody(of step: LeadProcess.Step, dueAt: Instant? = nil) {
        if let clock = step.clock { start(clock.kind, dueAt: dueAt ?? due(in: clock.within)) }
        let keepsNextStep = step.requires.contains(.nextStep) && lead.shows(.nextStep, profile, at: facts.now)
        if let next = step.nextStep, !keepsNextStep {
            record(.nextStepSet(NextStep(what: next.what, dueAt: dueAt ?? due(in: next.within))))
        }
    }

    mutating func start(_ kind: ClockKind, dueAt: Instant) {
        let warnAt = facts.policy.serviceLevels[kind].warning(from: facts.now, to: dueAt, in: calendar)
        record(
            .clockStarted(Clock(id: newClockID(), kind: kind, startedAt: facts.now, dueAt: dueAt, warnAt: warnAt))
        )
    }

    mutating func stopClocks(_ kinds: Set<ClockKind> = Set(ClockKind.allCases)) {
        for clock in lead.clocks where kinds.contains(clock.kind) {
            let met = clock.breachedAt == nil && fulfils(clock)
            record(.clockStopped(.init(id: clock.id, kind: clock.kind, met: met)))
        }
    }
}

extension Refusal {
    /// Refuses a reason that is empty.
    package static func require(reason: String) throws(Refusal) {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(.invalid, "reason_missing", "Say why.", issues: [Issue("/reason", "A reason is needed.")])
        }
    }
}
