import LeadCore
import Testing

/// Laws that hold for every calendar, on random calendars, moments and spans.
@Suite struct WorkingCalendarPropertyTests {
    @Test("E4: adding and measuring are inverse, additive and monotonic", arguments: UInt64(1)...40)
    func laws(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let calendar = try Self.calendar(&random)
        for _ in 0..<250 {
            let (a, b, c) = (Self.moment(&random), Self.moment(&random), Self.moment(&random))
            let ab = calendar.workingTime(from: a, to: b)
            #expect(ab + calendar.workingTime(from: b, to: c) == calendar.workingTime(from: a, to: c))
            #expect((a <= b) ? ab >= .zero : ab <= .zero)
            #expect(abs(ab.milliseconds) <= abs((b - a).milliseconds))

            let work = Span(milliseconds: .random(in: 1...400_000_000, using: &random))
            let due = calendar.add(work, to: a)
            #expect(calendar.workingTime(from: a, to: due) == work)
            #expect(calendar.isWorking(at: due - Span(milliseconds: 1)), "the due moment is the earliest")
            #expect(calendar.add(work, to: due) == calendar.add(work + work, to: a))
            let later = calendar.add(work + Span(milliseconds: 1), to: a)
            #expect(later > due)

            let next = try #require(calendar.nextWorkingInstant(onOrAfter: a))
            #expect(next >= a)
            #expect(calendar.isWorking(at: next))
            #expect(calendar.workingTime(from: a, to: next) == .zero)
        }
    }

    private static func moment(_ random: inout SeededGenerator) -> Instant {
        Instant(milliseconds: .random(in: -100_000_000_000...3_000_000_000_000, using: &random))
    }

    private static func calendar(_ random: inout SeededGenerator) throws -> WorkingCalendar {
        let zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata"]
        let zone = try ZoneRules.vector(zones.randomElement(using: &random) ?? "Europe/Berlin")
        var hours: CalendarPolicy.Hours = [.wednesday: [.officeHours]]
        for weekday in Weekday.allCases where Bool.random(using: &random) {
            hours[weekday] = try (0...Int.random(in: 0...2, using: &random)).map { _ in
                let start = Int.random(in: 0..<1440, using: &random)
                return try DayInterval(start: start, end: .random(in: start + 1...1440, using: &random))
            }
        }
        let holidays = Set((0..<500).map { _ in LocalDate(dayNumber: .random(in: -2000...40_000, using: &random)) })
        let absences = (0..<20).map { _ in
            let start = moment(&random)
            return start..<start + .hours(.random(in: 0...900, using: &random))
        }
        let policy = CalendarPolicy(name: "Random", zone: zone.identifier, hours: hours, holidays: holidays)
        return try WorkingCalendar(policy, zone: zone, absences: absences)
    }
}
