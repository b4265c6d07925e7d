import LeadApp
import LeadCore

/// The working week of the demo company: Berlin, eight to five, the holidays that all of Germany shares.
enum DemoPolicy {
    static func body(from first: Int, to last: Int) -> PolicyBody {
        var body = PolicyBody.standard
        body.calendar = CalendarPolicy(
            name: "Berlin office",
            zone: "Europe/Berlin",
            hours: CalendarPolicy.officeHours().hours,
            holidays: Set((first...last).flatMap(holidays))
        )
        return body
    }

    private static func holidays(of year: Int) -> [LocalDate] {
        [(1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31)].compactMap { month, day in
            LocalDate(year: year, month: month, day: day)
        }
    }
}
