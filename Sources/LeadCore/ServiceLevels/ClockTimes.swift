/// The moments of a clock that move together: when it is due, warns and escalates.
package struct ClockTimes: Hashable, Codable, Sendable {
    package var dueAt: Instant
    package var warnAt: Instant?
    package var escalatesAt: Instant?

    package init(dueAt: Instant, warnAt: Instant?, escalatesAt: Instant?) {
        self.dueAt = dueAt
        self.warnAt = warnAt
        self.escalatesAt = escalatesAt
    }

    /// The same working time counted on from another moment, or by another calendar; what lies before `start` stays.
    package func moved(
        from start: Instant,
        in old: WorkingCalendar,
        to newStart: Instant,
        in new: WorkingCalendar
    ) -> ClockTimes {
        func move(_ time: Instant) -> Instant {
            time <= start ? time : new.add(old.workingTime(from: start, to: time), to: newStart)
        }
        return ClockTimes(dueAt: move(dueAt), warnAt: warnAt.map(move), escalatesAt: escalatesAt.map(move))
    }
}

extension Clock {
    package var times: ClockTimes {
        get { ClockTimes(dueAt: dueAt, warnAt: warnAt, escalatesAt: escalatesAt) }
        set {
            dueAt = newValue.dueAt
            warnAt = newValue.warnAt
            escalatesAt = newValue.escalatesAt
        }
    }
}
