import Foundation
import LeadCore
import Testing

@Suite struct LocalDateTests {
    @Test("every day from year 1 to 2600 follows the one before, and the weekdays go round")
    func daysFollow() throws {
        let first = try #require(LocalDate(year: 1, month: 1, day: 1))
        let last = try #require(LocalDate(year: 2600, month: 12, day: 31))
        var expected = (year: 1, month: 1, day: 1)
        for number in first.dayNumber...last.dayNumber {
            let date = LocalDate(dayNumber: number)
            #expect(date.components == expected)
            #expect(LocalDate(year: expected.year, month: expected.month, day: expected.day) == date)
            expected.day += 1
            if expected.day > LocalDate.days(inMonth: expected.month, of: expected.year) {
                expected = (expected.year, expected.month + 1, 1)
            }
            if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
        }
    }

    @Test(
        "known days fall on their weekdays",
        arguments: [
            ("1970-01-01", Weekday.thursday), ("2000-02-29", .tuesday), ("1900-03-01", .thursday),
            ("2026-11-22", .sunday), ("0001-01-01", .monday), ("9999-12-31", .friday),
        ]
    )
    func weekdays(text: String, weekday: Weekday) throws {
        let date = try #require(LocalDate(text))
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(
        "a day that does not exist is refused",
        arguments: [
            "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-1-1",
            "2026-01-01 ",
            "", "+026-01-01", "2026/01/01", "２０２６-01-01",
        ]
    )
    func impossible(text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test("dates are text in JSON")
    func codable() throws {
        let json = Data(#"["2024-02-29"]"#.utf8)
        let dates = try JSONDecoder().decode([LocalDate].self, from: json)
        #expect(dates.map(\.description) == ["2024-02-29"])
        #expect(try JSONEncoder().encode(dates) == json)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([LocalDate].self, from: Data(#"["x"]"#.utf8)) }
    }

    @Test("a wall time before 1970 keeps its day and its clock")
    func wallTime() throws {
        let wall = LocalDateTime(try #require(LocalDate("1969-12-31")), .minutes(23 * 60 + 59))
        #expect(wall.milliseconds == -60_000)
        #expect(wall.description == "1969-12-31T23:59:00")
        #expect(wall.timeOfDay == .minutes(23 * 60 + 59))
    }
}
