import LeadApp
import LeadCore

/// What stands in the form of a calendar, as text: from the policy, or as somebody typed it.
struct CalendarEntry {
    var name = ""
    var zone = "Europe/Berlin"
    /// `09:00-12:30, 13:30-17:00` by day.
    var hours: [Weekday: String] = [:]
    /// One a line: `2026-12-25 Christmas Day`.
    var holidays = ""

    init() {
        for day in Weekday.workdays { hours[day] = "09:00-17:00" }
    }

    init(_ calendar: CalendarPolicy) {
        name = calendar.name
        zone = calendar.zone
        hours = calendar.hours.mapValues { $0.sorted().map(\.description).joined(separator: ", ") }
        holidays = calendar.holidays.sorted().map { calendar.holidayLine($0) }.joined(separator: "\n")
    }

    init(_ form: SubmittedForm) {
        name = form["name"]
        zone = form["zone"]
        for day in Weekday.allCases { hours[day] = form[day.rawValue] }
        holidays = form["holidays"]
    }

    func calendar() throws(Refusal) -> CalendarPolicy {
        guard let zone = zone.trimmed else { throw .invalid("/zone", "Say in which time zone.") }
        var calendar = CalendarPolicy(name: name.trimmed ?? "", zone: zone, hours: [:])
        for day in Weekday.allCases {
            let intervals = try intervals(day)
            if !intervals.isEmpty { calendar.hours[day] = intervals }
        }
        var names: [String: String] = [:]
        for line in holidays.split(whereSeparator: \.isNewline).compactMap({ String($0).trimmed }) {
            guard let date = LocalDate(String(line.prefix(10))) else {
                throw .invalid("/holidays", "\(line) does not begin with a date such as 2026-12-25.")
            }
            calendar.holidays.insert(date)
            if let name = String(line.dropFirst(10)).trimmed { names[date.description] = name }
        }
        calendar.holidayNames = names.isEmpty ? nil : names
        return calendar
    }

    private func intervals(_ day: Weekday) throws(Refusal) -> [DayInterval] {
        var intervals: [DayInterval] = []
        for text in (hours[day] ?? "").split(separator: ",").compactMap({ String($0).trimmed }) {
            do {
                intervals.append(try DayInterval(text.replacing("–", with: "-").replacing(" ", with: "")))
            } catch {
                throw .invalid("/\(day.rawValue)", error.sentence)
            }
        }
        return intervals
    }
}

extension CalendarPolicy {
    /// `2026-12-25 Christmas Day`.
    func holidayLine(_ date: LocalDate) -> String {
        let name = holidayNames?[date.description]
        return name.map { "\(date) \($0)" } ?? "\(date)"
    }
}
