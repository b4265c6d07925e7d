import LeadCore

extension Wording {
    /// A running clock: what is left of its working time, and how much of it is used up.
    ///
    /// A wake-up clock has no target in working time: it waits for a day, so it is told in days.
    func clock(
        _ kind: ClockKind,
        startedAt: Instant,
        dueAt: Instant,
        in status: Status,
        by calendar: WorkingCalendar? = nil
    ) -> ClockView {
        let calendar = calendar ?? policy.calendar
        let isLate = dueAt <= now
        let used = share(kind, startedAt: startedAt, dueAt: dueAt, calendar)
        return ClockView(
            name: kind.label,
            remaining: isLate
                ? "\(length(kind, from: dueAt, to: now, calendar)) over"
                : "\(length(kind, from: now, to: dueAt, calendar)) left",
            tone: isLate ? "late" : used >= 750 ? "warn" : "ok",
            used: used,
            due: time.due(dueAt),
            policy: target(kind, in: status, calendar.policy)
        )
    }

    func length(_ kind: ClockKind, from start: Instant, to end: Instant, _ calendar: WorkingCalendar) -> String {
        kind == .wakeUp
            ? TimeWords.span(end - start) : TimeWords.working(calendar.workingTime(from: start, to: end))
    }

    private func share(_ kind: ClockKind, startedAt: Instant, dueAt: Instant, _ calendar: WorkingCalendar) -> Int {
        let allowed = calendar.workingTime(from: startedAt, to: dueAt)
        guard kind != .wakeUp, allowed > .zero else {
            return permille(now - startedAt, of: dueAt - startedAt)
        }
        return permille(calendar.workingTime(from: startedAt, to: now), of: allowed)
    }

    private func permille(_ part: Span, of whole: Span) -> Int {
        guard whole > .zero else { return 1000 }
        return Int(min(max(part.milliseconds, 0) * 1000 / whole.milliseconds, 1000))
    }

    /// "4 working hours · Office hours (Europe/Berlin)".
    private func target(_ kind: ClockKind, in status: Status, _ calendar: CalendarPolicy) -> String {
        if kind == .wakeUp { return "Until its wake date" }
        guard let target = policy.process[status]?.clock, target.kind == kind else {
            return "\(calendar.name) (\(calendar.zone))"
        }
        return "\(TimeWords.working(target.within)) of working time · \(calendar.name) (\(calendar.zone))"
    }
}
