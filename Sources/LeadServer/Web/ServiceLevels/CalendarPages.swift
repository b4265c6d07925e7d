import Foundation
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct CalendarPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/calendars") { _, visit in
            let tabs = try site.tabs(.calendars, visit)
            let answer = try await site.app.fetch(CalendarList(), as: visit.actor)
            return try site.page(CalendarsView(answer, tabs: tabs, frame: site.frame("Calendars", visit)))
        }
        routes.get("/settings/new-calendar") { _, visit in
            try site.page(page(nil, .calendar(CalendarEntry(), replacing: nil), visit))
        }
        routes.post("/settings/calendars") { _, visit in try await save(nil, visit) }
        routes.post("/settings/calendar-choices") { _, visit in try await choose(visit) }
        routes.get("/settings/calendars/:name") { _, visit in
            let (calendar, _) = try await find(visit)
            let form = FormView.calendar(CalendarEntry(calendar), replacing: calendar.name)
            return try site.page(page(calendar.name, form, visit))
        }
        routes.post("/settings/calendars/:name") { _, visit in
            try await save(try await find(visit).0.name, visit)
        }
        routes.post("/settings/calendars/:name/deletion") { _, visit in
            let (calendar, _) = try await find(visit)
            do {
                try await site.app.perform(DeleteCalendar(calendar: calendar.name), as: visit.actor)
                return Self.done("Deleted \(calendar.name).")
            } catch let refusal as Refusal where refusal.kind == .conflict {
                let flash = FlashView(tone: "danger", message: refusal.sentence)
                return Response.redirect(to: "/settings/calendars", flash: flash)
            }
        }
    }

    private func save(_ name: String?, _ visit: Visit) async throws -> Response {
        let entry = CalendarEntry(visit.form)
        return try await site.answer(.calendar(entry, replacing: name)) { form in
            try page(name, form, visit)
        } by: {
            try await site.app.perform(SaveCalendar(replacing: name, calendar: entry.calendar()), as: visit.actor)
            return Self.done("Saved \(entry.name).")
        }
    }

    private func choose(_ visit: Visit) async throws -> Response {
        let answer = try await site.app.fetch(CalendarList(), as: visit.actor)
        let holders = answer.pools.map { Owner.pool($0.id) } + answer.people.map { Owner.person($0.id) }
        let changes = holders.compactMap { holder in
            visit.form.all(holder.description).first.map { ChooseCalendar(holder: holder, calendar: $0.trimmed) }
        }
        try await site.app.perform(ChooseCalendars(changes), as: visit.actor)
        return Self.done("Saved.")
    }

    private func find(_ visit: Visit) async throws -> (CalendarPolicy, isStandard: Bool) {
        let answer = try await site.app.fetch(CalendarList(), as: visit.actor)
        let name = visit.parameters.get("name").map { $0.removingPercentEncoding ?? $0 }
        guard let calendar = answer.all.first(where: { $0.name == name }) else { throw Refusal.notFound("calendar") }
        return (calendar, calendar == answer.standard)
    }

    private func page(_ name: String?, _ form: FormView, _ visit: Visit) throws -> SettingsFormView {
        let deletion = name.map { name in
            SettingsAct(
                label: "Delete",
                action: "/settings/calendars/\(Link.encode(name))/deletion",
                sentence: "Only a calendar that nobody works by can go; the workspace's own stays."
            )
        }
        return try site.settingsForm(.calendars, name ?? "New calendar", form, acts: deletion.map { [$0] } ?? [], visit)
    }

    private static func done(_ message: String) -> Response {
        .redirect(to: "/settings/calendars", flash: FlashView(message: message))
    }
}
