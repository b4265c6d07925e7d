extension LeadAct {
    /// The working calendar of whoever holds the lead now.
    var calendar: WorkingCalendar { facts.calendars[lead.owner] }

    /// When `span` of the holder's working time from now has passed.
    func due(in span: Span) -> Instant {
        calendar.add(span, to: facts.now)
    }

    /// The lead changed hands: what is left of its running clocks counts on by the new holder's calendar.
    mutating func reschedule(from former: Owner) {
        let (old, new) = (facts.calendars[former], calendar)
        guard former != .elsewhere, old != new else { return }
        for clock in lead.clocks where clock.kind != .wakeUp {
            let start = clock.pausedUntil ?? facts.now
            let times = clock.times.moved(from: start, in: old, to: start, in: new)
            guard times != clock.times else { continue }
            record(.clockRescheduled(.init(id: clock.id, kind: clock.kind, times: times)))
        }
    }
}
