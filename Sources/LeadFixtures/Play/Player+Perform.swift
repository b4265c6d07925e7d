import LeadApp
import LeadCore
import LeadStore

extension Player {
    /// - Returns: false when it must be tried once more first.
    mutating func perform(_ deed: Deed, of index: Int) async throws -> Bool {
        if case .inquire(let inquiry, let channel, let suspicion) = deed {
            try await receive(inquiry, channel, suspicion, index)
            return true
        }
        guard let lead = lives[index].lead else { return true }
        lives[index].owner = try await app.fetch(OwnerOf(lead: lead), as: .system)
        do {
            try await perform(deed, on: lead, of: index)
            return true
        } catch let refusal as Refusal where refusal.code == "unreachable_not_shown" {
            try await tryOnceMore(lead, index)
            return false
        }
    }

    /// What people do who may not give up yet: another call, or a mail where they only called.
    private mutating func tryOnceMore(_ lead: Lead.ID, _ index: Int) async throws {
        lives[index].tries += 1
        let attempt =
            lives[index].tries.isMultiple(of: 2)
            ? Attempt(channel: .phone, outcome: .noAnswer) : Attempt(channel: .email, outcome: .sent)
        try await app.perform(LogAttempt(lead: lead, attempt: attempt), as: actor(index))
    }

    private mutating func perform(_ deed: Deed, on lead: Lead.ID, of index: Int) async throws {
        switch deed {
        case .convert(let amount, let days): try await convert(lead, amount, days, index)
        case .advance, .amend, .win, .loseDeal: try await work(deed, index)
        default: lives[index].owner = try await work(deed, lead, index).owner
        }
    }

    private func actor(_ index: Int) -> Actor {
        staff.actor(staff.person(for: lives[index].owner))
    }

    private mutating func receive(
        _ inquiry: Inquiry,
        _ channel: CaptureChannel,
        _ suspicion: CaptureLead.Suspicion?,
        _ index: Int
    ) async throws {
        let arrival = RawArrival(inquiry, channel)
        var command = CaptureLead(
            raw: arrival.bytes,
            contentType: arrival.contentType,
            channel: channel,
            inquiry: inquiry
        )
        command.suspicion = suspicion
        if channel == .form { command.form = inquiry.source.flatMap { staff.forms[$0] } }
        let captured = try await app.perform(command, as: channel == .file ? staff.actor(Cast.marketing[0]) : .system)
        if captured.outcome == .joined, let lead = captured.lead { wakeUp(lead) }
        guard lives[index].lead == nil, captured.outcome == .newLead, let lead = captured.lead else { return }
        lives[index].lead = lead
        lifeOf[lead] = index
        lives[index].owner = try await app.fetch(OwnerOf(lead: lead), as: .system)
    }

    private func work(_ deed: Deed, _ lead: Lead.ID, _ index: Int) async throws -> LeadOutcome {
        let actor = actor(index)
        switch deed {
        case .attempt(let attempt, let note):
            let command = LogAttempt(lead: lead, attempt: attempt, note: note, next: agreed(attempt, index))
            return try await app.perform(command, as: actor)
        case .qualify(let levels, let evidence, let conclude):
            let command = QualifyLead(lead: lead, levels: levels, evidence: evidence, conclude: conclude)
            return try await app.perform(command, as: actor)
        case .link(let person, let role):
            return try await app.perform(LinkContact(lead: lead, person: person, role: role), as: actor)
        case .value(let money):
            return try await app.perform(ValueLead(lead: lead, value: money), as: actor)
        case .reject(let reason):
            return try await app.perform(RejectLead(lead: lead, reason: reason), as: actor)
        case .recycle(let reason, let days):
            let keeper = Cast.marketing[index % Cast.marketing.count]
            return try await app.perform(
                RecycleLead(
                    lead: lead,
                    reason: reason,
                    wakeAt: clock.now + .days(Int64(days)),
                    marketingOwner: staff.id(of: keeper)
                ),
                as: actor
            )
        case .reassign(let reason):
            let command = AssignLead(lead: lead, to: .pool(staff.id(of: .insideSales)), reason: reason)
            return try await app.perform(
                command,
                as: actor.role.may(.reassignLeads) ? actor : staff.actor(Cast.manager)
            )
        case .handOff(let pool, let note):
            return try await app.perform(
                HandOffLead(lead: lead, to: .pool(staff.id(of: pool)), note: note),
                as: actor
            )
        case .accept: return try await app.perform(AcceptLead(lead: lead), as: actor)
        case .decline(let reason): return try await app.perform(DeclineLead(lead: lead, reason: reason), as: actor)
        case .lose(let reason): return try await app.perform(LoseLead(lead: lead, reason: reason), as: actor)
        case .inquire, .convert, .advance, .amend, .win, .loseDeal:
            preconditionFailure("not a deed on a lead")
        }
    }

    /// Every other conversation ends with a date; most of what was tried in the last days goes on today, so that today has work.
    private func agreed(_ attempt: Attempt, _ index: Int) -> NextStep? {
        let isFresh = clock.now > end - .days(6)
        let soon = end + .minutes(Int64(30 + index % 11 * 40))
        if attempt.outcome != .reached {
            return isFresh && index % 3 > 0 ? NextStep(what: "Try again", dueAt: soon) : nil
        }
        guard isFresh || index % 2 == 0 else { return nil }
        let what = index % 4 == 0 ? "Call back as agreed" : "Send the figures we promised"
        return NextStep(what: what, dueAt: isFresh ? soon : calendar.add(.hours(Int64(6 + index % 30)), to: clock.now))
    }

    private mutating func convert(_ lead: Lead.ID, _ amount: Money, _ days: Int, _ index: Int) async throws {
        let outcome = try await app.perform(
            ConvertLeads(
                leads: [lead],
                name: lives[index].life.dealName,
                product: lives[index].life.product,
                amount: amount,
                closeOn: clock.now + .days(Int64(days))
            ),
            as: actor(index)
        )
        lives[index].deal = outcome.opportunity
    }

    private func work(_ deed: Deed, _ index: Int) async throws {
        guard let deal = lives[index].deal else { return }
        let actor = actor(index)
        switch deed {
        case .advance(let stage):
            try await app.perform(MoveOpportunity(opportunity: deal, stage: stage), as: actor)
        case .amend(let money): try await app.perform(AmendOpportunity(opportunity: deal, amount: money), as: actor)
        case .win: try await app.perform(WinOpportunity(opportunity: deal), as: actor)
        case .loseDeal(let loss): try await app.perform(LoseOpportunity(opportunity: deal, loss: loss), as: actor)
        default: preconditionFailure("not a deed on a deal")
        }
    }
}

/// Who holds a lead that has just come in.
private struct OwnerOf: Query {
    var lead: Lead.ID

    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Owner {
        try desk.access.lead(lead, snapshot).owner
    }
}
