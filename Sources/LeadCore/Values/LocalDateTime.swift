/// What a calendar and a clock on the wall show, with no zone; `ZoneRules` turns it into an `Instant` and back.
package struct LocalDateTime: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00 on the same wall.
    package var milliseconds: Int64

    package static let millisecondsPerDay: Int64 = 86_400_000

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment `time` after midnight.
    package init(_ date: LocalDate, _ time: Span = .zero) {
        milliseconds = Int64(date.dayNumber) * Self.millisecondsPerDay + time.milliseconds
    }

    package static func < (a: Self, b: Self) -> Bool {
        a.milliseconds < b.milliseconds
    }

    package var date: LocalDate {
        LocalDate(dayNumber: Int(milliseconds.floorDivided(by: Self.millisecondsPerDay)))
    }

    /// The time since midnight as the wall clock counts it.
    package var timeOfDay: Span {
        Span(milliseconds: milliseconds - Int64(date.dayNumber) * Self.millisecondsPerDay)
    }

    package var hour: Int { Int(timeOfDay.milliseconds / 3_600_000) }
    package var minute: Int { Int(timeOfDay.milliseconds / 60_000 % 60) }
    package var second: Int { Int(timeOfDay.milliseconds / 1000 % 60) }
}

extension LocalDateTime: CustomStringConvertible {
    /// `2026-11-22T09:30:00`, to the second.
    package var description: String {
        "\(date)T\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
    }
}
