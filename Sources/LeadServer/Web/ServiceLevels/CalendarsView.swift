import LeadApp
import LeadCore
import LeadStore

/// `/settings/calendars`: the working calendars, and who works by which.
struct CalendarsView: Page {
    static let template = "settings/calendars"
    var page: PageFrame
    var tabs: [TabView]
    var calendars: [CalendarCard]
    var holders: FormView
}

struct CalendarCard: Encodable {
    var calendar: CalendarView
    var href: String
    var isStandard: Bool
}

extension CalendarsView {
    init(_ answer: CalendarList.Answer, tabs: [TabView], frame: PageFrame) {
        page = frame
        self.tabs = tabs
        calendars = answer.all.enumerated().map { index, calendar in
            CalendarCard(
                calendar: CalendarView(calendar),
                href: "/settings/calendars/\(Link.encode(calendar.name))",
                isStandard: index == 0
            )
        }
        holders = .calendarChoices(answer)
    }
}

extension FormView {
    /// Which team and which person works by which calendar.
    static func calendarChoices(_ answer: CalendarList.Answer) -> FormView {
        func field(_ holder: Owner, _ label: String, none: String) -> Field {
            let chosen = answer.choices[holder]
            return .select(
                holder.description,
                label,
                options: [.blank(none)]
                    + answer.all.map { Option(value: $0.name, label: $0.name, chosen: $0.name == chosen) }
            )
        }
        return FormView(
            id: "calendar-choices",
            action: "/settings/calendar-choices",
            fields: answer.pools.map { field(.pool($0.id), "\($0.name) (pool)", none: answer.standard.name) }
                + answer.people.map { field(.person($0.id), $0.name, none: "Their team's") },
            submit: "Save",
            intro: "A person's own calendar counts before their team's, and that before the workspace's."
        )
    }

    static func calendar(_ entry: CalendarEntry, replacing name: String?) -> FormView {
        FormView(
            id: "calendar",
            action: name.map { "/settings/calendars/\(Link.encode($0))" } ?? "/settings/calendars",
            fields: [
                .input("name", "Name", value: entry.name, required: true),
                .input(
                    "zone",
                    "Time zone",
                    value: entry.zone,
                    hint: "An IANA name, such as Europe/Berlin.",
                    required: true
                ),
            ]
                + Weekday.allCases.map { day in
                    .input(
                        day.rawValue,
                        day.label,
                        value: entry.hours[day] ?? "",
                        hint: day == .monday ? "Such as 09:00-12:30, 13:30-17:00; empty when closed." : nil
                    )
                }
                + [
                    .area(
                        "holidays",
                        "Holidays",
                        value: entry.holidays,
                        hint: "One a line: the date and what it is called, as 2026-12-25 Christmas Day."
                    )
                ],
            submit: "Save",
            intro: "Clocks that start from now on count by it; what is running keeps its time.",
            cancel: "/settings/calendars"
        )
    }
}

extension Weekday {
    var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
