/// A date, or a date and a time, as people and programs write them.
///
///     try TextDate("2026-11-22T09:30:00+01:00")
///     try TextDate("22.11.2026 9:30")
///     try TextDate("11/22/2026, 9:30 AM", order: .monthFirst)
///
/// It reads ISO 8601 and RFC 3339, and day, month and year parted by `.`, `/` or `-` with a four-digit year, each with
/// an optional time, AM or PM, and zone. A date parted by dots has its day first. What could be two dates is refused.
package struct TextDate: Hashable, Sendable {
    package var date: LocalDate
    /// The time on the wall clock, when there is one.
    package var time: Span?
    /// Seconds ahead of UTC, when the text says so.
    package var offset: Int?

    package init(_ text: String, order: DateOrder = .automatic) throws(Refusal) {
        var reader = TextDateReader(text)
        date = try reader.date(order)
        time = try reader.time()
        offset = time == nil ? nil : try reader.offset()
        guard reader.isAtEnd else { throw reader.refusal("is not a date that can be read") }
    }

    /// The moment it means; in `zone` unless it names its own offset, and the start of the day if it has no time.
    package func instant(in zone: ZoneRules) -> Instant {
        let wall = LocalDateTime(date, time ?? .zero)
        guard let offset else { return zone.instant(wall) }
        return Instant(milliseconds: wall.milliseconds - Int64(offset) * 1000)
    }
}
