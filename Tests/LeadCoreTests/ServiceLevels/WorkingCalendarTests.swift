import Foundation
import LeadCore
import Testing

@Suite struct WorkingCalendarTests {
    static let friday16 = Instant(milliseconds: 1_763_740_800_000)  // 2025-11-21T16:00Z
    static let monday10 = friday16 + .hours(66)

    static func office() throws -> WorkingCalendar {
        try WorkingCalendar(.officeHours(), zone: .utc)
    }

    @Test("E4: three working days from Friday 16:00 end on Wednesday 16:00")
    func threeWorkingDays() throws {
        let calendar = try Self.office()
        #expect(calendar.add(.hours(24), to: Self.friday16) == Self.friday16 + .days(5))
        #expect(calendar.add(.hours(2), to: Self.friday16) == Self.monday10)
        #expect(calendar.workingTime(from: Self.friday16, to: Self.monday10) == .hours(2))
        #expect(calendar.workingTime(from: Self.monday10, to: Self.friday16) == .hours(-2))
    }

    @Test("work that fills the day ends with it, and not on the next morning")
    func endOfDay() throws {
        let calendar = try Self.office()
        #expect(calendar.add(.hours(1), to: Self.friday16) == Self.friday16 + .hours(1))
        #expect(calendar.add(.zero, to: Self.friday16 + .hours(3)) == Self.friday16 + .hours(3))
        #expect(!calendar.isWorking(at: Self.friday16 + .hours(1)))
        #expect(calendar.isWorking(at: Self.friday16 + .hours(1) - Span(milliseconds: 1)))
        #expect(calendar.nextWorkingInstant(onOrAfter: Self.friday16 + .hours(1)) == Self.friday16 + .hours(65))
    }

    @Test("somebody who is away does not work, and works again after")
    func absence() throws {
        let calendar = try Self.office().absent(during: [Self.friday16..<Self.monday10])
        #expect(!calendar.isWorking(at: Self.friday16))
        #expect(calendar.nextWorkingInstant(onOrAfter: Self.friday16) == Self.monday10)
        #expect(calendar.add(.minutes(5), to: Self.friday16) == Self.monday10 + .minutes(5))
    }

    @Test("without opening hours, always means always")
    func always() {
        #expect(WorkingCalendar.always.add(.days(3), to: Self.friday16) == Self.friday16 + .days(3))
        #expect(WorkingCalendar.always.isWorking(at: Self.friday16 + .days(1)))
    }

    @Test("the ends of time are answered, not trapped")
    func endsOfTime() throws {
        let horizon = WorkingCalendar.horizon
        for calendar in [try Self.office(), .always] {
            for far in [Instant(milliseconds: .max), Instant(milliseconds: .min), horizon.upperBound] {
                _ = calendar.isWorking(at: far)
                _ = calendar.nextWorkingInstant(onOrAfter: far)
                _ = calendar.workingTime(from: far, to: Self.friday16)
                _ = calendar.add(Span(milliseconds: .max), to: far)
            }
            #expect(calendar.add(Span(milliseconds: .max), to: Self.friday16) == horizon.upperBound)
            #expect(calendar.nextWorkingInstant(onOrAfter: Instant(milliseconds: .max)) == nil)
        }
        let gone = try Self.office().absent(during: [Self.friday16..<Instant(milliseconds: .max)])
        #expect(gone.nextWorkingInstant(onOrAfter: Self.friday16) == nil)
        #expect(gone.add(.minutes(1), to: Self.friday16) == horizon.upperBound)
    }

    @Test("hours over midnight, no hours at all, and another zone's rules are refused")
    func refused() throws {
        #expect(throws: Refusal.self) { try DayInterval(start: 22 * 60, end: 6 * 60) }
        #expect(throws: Refusal.self) { try DayInterval("22:00-06:00") }
        #expect(throws: Refusal.self) { try DayInterval("9-17") }
        #expect(throws: Refusal.self) { try DayInterval("09:00-24:01") }
        let empty = CalendarPolicy(name: "None", zone: "UTC", hours: [.monday: []])
        #expect(throws: Refusal.self) { try WorkingCalendar(empty, zone: .utc) }
        #expect(throws: Refusal.self) { try WorkingCalendar(.officeHours(zone: "Europe/Berlin"), zone: .utc) }
    }

    @Test("a policy is readable JSON")
    func codable() throws {
        let lunch: CalendarPolicy.Hours = [.monday: [try DayInterval("09:00-12:30"), try DayInterval("13:00-24:00")]]
        let policy = CalendarPolicy(name: "B", zone: "UTC", hours: lunch, holidays: [LocalDate(dayNumber: 1)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(policy)
        let expected =
            #"{"holidays":["1970-01-02"],"hours":{"monday":["09:00-12:30","13:00-24:00"]},"name":"B","zone":"UTC"}"#
        #expect(String(decoding: json, as: UTF8.self) == expected)
        #expect(try JSONDecoder().decode(CalendarPolicy.self, from: json) == policy)
    }
}
