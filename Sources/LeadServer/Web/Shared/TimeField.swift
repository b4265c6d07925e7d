import LeadCore

/// Reads what date and time inputs send, in the zone that the page told times in.
enum TimeField {
    /// `2026-11-23T09:00`, with seconds where a browser adds them; nil for anything else.
    static func moment(_ text: String, in zone: ZoneRules) -> Instant? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = LocalDate(String(parts[0])) else { return nil }
        let numbers = parts[1].split(separator: ":", omittingEmptySubsequences: false).map {
            $0.count == 2 ? Int($0) : nil
        }
        guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return zone.instant(LocalDateTime(date, .hours(Int64(hour)) + .minutes(Int64(minute))))
    }

    /// The start of working hours on `2026-11-23`: what people mean by a date without a time.
    static func morning(of text: String, in calendar: WorkingCalendar) -> Instant? {
        guard let date = LocalDate(text) else { return nil }
        let midnight = calendar.zone.startOfDay(date)
        guard let opening = calendar.nextWorkingInstant(onOrAfter: midnight),
            calendar.zone.local(opening).date == date
        else { return calendar.zone.instant(LocalDateTime(date, .hours(9))) }
        return opening
    }
}
