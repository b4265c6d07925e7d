import LeadCore

extension Wording {
    /// A running clock as its holder's calendar counts it, with what it has done so far.
    func clock(_ clock: Clock, of owner: Owner, in status: Status) -> ClockView {
        let calendar = calendars[owner]
        var view = self.clock(
            clock.kind,
            startedAt: clock.startedAt,
            dueAt: clock.dueAt,
            in: status,
            by: calendar
        )
        view.note = note(clock)
        if let until = clock.pausedUntil {
            let left = clock.dueAt > until ? length(clock.kind, from: until, to: clock.dueAt, calendar) : nil
            view.remaining = left.map { "paused, \($0) left" } ?? "paused"
            view.tone = "stopped"
        } else if clock.warnedAt != nil, view.tone == "ok" {
            view.tone = "warn"
        }
        return view
    }

    private func note(_ clock: Clock) -> String? {
        if let until = clock.pausedUntil { return "Paused until \(time.day(time.zone.local(until).date))" }
        if clock.level > 0 {
            return
                "Escalated: level \(clock.level) of \(max(clock.level, policy.serviceLevels[clock.kind].levels.count))"
        }
        if clock.breachedAt != nil { return "Late" }
        return clock.warnedAt == nil ? nil : "Warned"
    }
}
