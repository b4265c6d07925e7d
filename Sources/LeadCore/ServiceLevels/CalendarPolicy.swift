/// A working calendar as policy data: its name, its zone, the hours of a normal week, and the days off.
///
///     {"name": "Berlin office", "zone": "Europe/Berlin",
///      "hours": {"monday": ["09:00-12:30", "13:30-17:00"]}, "holidays": ["2026-12-25"]}
package struct CalendarPolicy: Hashable, Codable, Sendable {
    package typealias Hours = [Weekday: [DayInterval]]

    package var name: String
    /// The IANA name of the zone whose wall clock the hours are read from.
    package var zone: String
    package var hours: Hours
    package var holidays: Set<LocalDate>
    /// What the holidays are called, by their date as text; nil when none has a name.
    package var holidayNames: [String: String]?

    package init(name: String, zone: String, hours: Hours, holidays: Set<LocalDate> = []) {
        self.name = name
        self.zone = zone
        self.hours = hours
        self.holidays = holidays
    }

    /// Monday to Friday, 09:00 to 17:00.
    package static func officeHours(zone: String = "UTC", holidays: Set<LocalDate> = []) -> CalendarPolicy {
        let hours = Hours(uniqueKeysWithValues: Weekday.workdays.map { ($0, [.officeHours]) })
        return CalendarPolicy(name: "Office hours", zone: zone, hours: hours, holidays: holidays)
    }

    /// Every hour of every day.
    package static let always = CalendarPolicy(
        name: "Always",
        zone: "UTC",
        hours: Hours(uniqueKeysWithValues: Weekday.allCases.map { ($0, [.wholeDay]) })
    )

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(zone, forKey: .zone)
        try container.encode(hours, forKey: .hours)
        try container.encode(holidays.sorted(), forKey: .holidays)
        try container.encodeIfPresent(holidayNames, forKey: .holidayNames)
    }
}
