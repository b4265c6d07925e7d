import LeadCore

extension WorkingCalendar {
    /// Whether work goes on from this moment.
    func isWorking(at instant: Instant) -> Bool {
        nextWorkingInstant(onOrAfter: instant) == instant
    }
}
