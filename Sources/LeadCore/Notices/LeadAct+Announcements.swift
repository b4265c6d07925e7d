extension LeadAct {
    /// What this act tells people of.
    ///
    /// Whoever acted is told nothing of it; that is for whoever finds out which people these are.
    package var announcements: [Announcement] {
        changeOfHands + catching + records.flatMap(announcements(of:))
    }

    private func announcements(of record: Record) -> [Announcement] {
        switch record.event {
        case .clockWarned(let warned):
            [Announcement(to: .holder(before.owner), kind: .warned, details: .init(clock: warned.kind))]
        case .clockEscalated(let escalated):
            escalated.tell.map { told in
                Announcement(
                    to: .told(told, before.owner),
                    kind: escalated.level == 1 ? .late : .escalated,
                    details: .init(
                        clock: escalated.kind,
                        level: escalated.level,
                        held: before.owner,
                        holds: lead.owner == before.owner ? nil : lead.owner
                    )
                )
            }
        case .accepted: before.offer.map { [told($0.giver, .accepted)] } ?? []
        case .declined: before.offer.map { [told($0.giver, .declined)] } ?? []
        case .mailed(let mailed) where mailed.step != .sent: [told(lead.owner, .mailFailed)]
        default: []
        }
    }

    /// What whoever holds the lead now, and whoever held it, is told.
    private var changeOfHands: [Announcement] {
        let assigned = records.last { if case .assigned = $0.event { true } else { false } }
        guard case .assigned(let last)? = assigned?.event else { return isWoken ? [told(lead.owner, .woken)] : [] }
        guard lead.isOpen, lead.owner != before.owner, last.reason != .imported, last.reason != .declined else {
            return []
        }
        let offered = records.contains { if case .handedOff = $0.event { true } else { false } }
        let clock = last.reason == .ranOut ? before.clocks.first?.kind : nil
        var told = [self.told(lead.owner, offered ? .offered : .assigned, last.reason, clock)]
        if last.reason == .ranOut { told.append(self.told(before.owner, .passedOn, last.reason, clock)) }
        return told
    }

    /// The managers of whoever holds it now are told when the pool that a rule chose could not take it.
    private var catching: [Announcement] {
        guard let decision = routing?.decision, decision.fellBack else { return [] }
        let details = Notice.Details(held: .pool(decision.pool), holds: decision.owner, reason: decision.reason)
        return [Announcement(to: .told(.manager, decision.owner), kind: .caught, details: details)]
    }

    private var isWoken: Bool { before.kind == .nurture && lead.kind == .new }

    private func told(
        _ owner: Owner,
        _ kind: NoticeKind,
        _ reason: AssignmentReason? = nil,
        _ clock: ClockKind? = nil
    ) -> Announcement {
        let isPool = owner.pool != nil && (kind == .assigned || kind == .offered)
        return Announcement(
            to: .holder(owner),
            kind: isPool ? .waiting : kind,
            details: .init(clock: clock, held: before.owner, holds: lead.owner, reason: reason, by: facts.actor.user)
        )
    }
}
