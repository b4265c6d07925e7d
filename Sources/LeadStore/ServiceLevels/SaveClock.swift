import LeadCore

extension Transaction {
    /// What an event did to a clock, as its row shows it.
    ///
    /// - Parameter act: as it ended; a clock that the same act stopped has nothing left to do.
    func saveClock(_ record: LeadAct.Record, of act: LeadAct) throws {
        func firesAt(_ id: Clock.ID) -> Instant? { act.lead.clocks.first { $0.id == id }?.firesAt }
        switch record.event {
        case .clockStarted(let clock):
            try run(
                """
                INSERT INTO clocks (id, lead_id, kind, owner, started_at, due_at, warn_at, fire_at)
                VALUES (\(clock.id), \(act.lead.id), \(clock.kind), \(act.lead.owner), \(clock.startedAt),
                  \(clock.dueAt), \(clock.warnAt), \(firesAt(clock.id)))
                """
            )
        case .clockStopped(let stopped):
            try run(
                "UPDATE clocks SET stopped_at = \(record.at), met = \(stopped.met), fire_at = NULL WHERE id = \(stopped.id)"
            )
        case .clockBreached(let breached):
            try run(
                """
                UPDATE clocks SET breached_at = \(record.at), escalates_at = \(breached.escalatesAt),
                  fire_at = \(firesAt(breached.id)) WHERE id = \(breached.id)
                """
            )
        case .clockWarned(let warned):
            try run(
                "UPDATE clocks SET warned_at = \(record.at), fire_at = \(firesAt(warned.id)) WHERE id = \(warned.id)"
            )
        case .clockEscalated(let escalated):
            try run(
                """
                UPDATE clocks SET level = \(escalated.level), escalates_at = \(escalated.escalatesAt),
                  fire_at = \(firesAt(escalated.id)) WHERE id = \(escalated.id)
                """
            )
        case .clockPaused(let paused):
            try move(paused.id, paused.times, since: record.at, until: paused.until, firesAt(paused.id))
        case .clockResumed(let moved): try move(moved.id, moved.times, since: nil, until: nil, firesAt(moved.id))
        case .clockRescheduled(let moved):
            let clock = act.lead.clocks.first { $0.id == moved.id }
            try move(moved.id, moved.times, since: clock?.pausedSince, until: clock?.pausedUntil, clock?.firesAt)
        default: break
        }
    }

    private func move(
        _ id: Clock.ID,
        _ times: ClockTimes,
        since: Instant?,
        until: Instant?,
        _ firesAt: Instant?
    ) throws {
        try run(
            """
            UPDATE clocks SET due_at = \(times.dueAt), warn_at = \(times.warnAt), escalates_at = \(times.escalatesAt),
              paused_since = \(since), paused_until = \(until), fire_at = \(firesAt) WHERE id = \(id)
            """
        )
    }
}
