import Foundation
import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What is overdue, who is away, and by which calendar people and teams work.
///
/// Calendars, service levels and the evidence for unreachable themselves are part of `/v1/policy`.
struct ServiceLevelAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/overdue") { _, visit in
            let answer = try await site.app.fetch(OverdueLeads(), as: visit.actor)
            let items = answer.leads.map { late -> JSONValue in
                ["lead": .lead(late.row, answer.directory, answer.policy), "clock": .clock(late.clock)]
            }
            return Response.json(["items": .list(items), "total": .int(answer.count)])
        }
        addAbsences(to: routes)
        routes.get("/calendars") { _, visit in
            let answer = try await site.app.fetch(CalendarList(), as: visit.actor)
            return Response.json(["items": .list(answer.all.map { .calendar($0, answer) })])
        }
        put("people/:id/calendar", to: routes) { visit, input in
            ChooseCalendar(holder: .person(try visit.id()), calendar: input.text("calendar"))
        }
        put("pools/:id/calendar", to: routes) { visit, input in
            ChooseCalendar(holder: .pool(try visit.id()), calendar: input.text("calendar"))
        }
        put("people/:id/manager", to: routes) { visit, input in
            SetManager(person: try visit.id(), manager: input.id("manager"))
        }
    }

    private func addAbsences(to routes: RouterGroup<Visit>) {
        routes.get("/absences") { _, visit in
            let answer = try await site.app.fetch(AbsenceList(), as: visit.actor)
            return Response.json(["items": .list(answer.absences.map { .absence($0) })])
        }
        routes.post("/absences") { request, visit in
            let input = Input(try await request.json())
            let command = EnterAbsence(
                person: input.id("person"),
                from: try input.required("from", input.time("from")),
                until: try input.required("until", input.time("until")),
                note: input.text("note")
            )
            try input.check()
            let id = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey).absence
            return Response.created(["id": .id(id)], at: "/v1/absences/\(id)")
        }
        routes.delete("/absences/:id") { request, visit in
            try await site.app.perform(EndAbsence(absence: visit.id()), as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
    }

    private func put<C: Command>(
        _ path: String,
        to routes: RouterGroup<Visit>,
        _ read: @escaping @Sendable (Visit, Input) throws -> C
    ) {
        routes.put("/\(path)") { request, visit in
            let input = Input(try await request.json())
            let command = try read(visit, input)
            try input.check()
            _ = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
    }
}

extension JSONValue {
    fileprivate static func absence(_ absence: AbsenceRecord) -> JSONValue {
        [
            "id": .id(absence.id), "person": .id(absence.user), "from": .time(absence.from),
            "until": .time(absence.until), "note": .text(absence.note),
        ]
    }

    fileprivate static func calendar(_ calendar: CalendarPolicy, _ answer: CalendarList.Answer) -> JSONValue {
        let holders = answer.choices.filter { $0.value == calendar.name }.map(\.key.description).sorted()
        return [
            "name": .text(calendar.name), "zone": .text(calendar.zone),
            "workspace": .bool(calendar == answer.standard),
            "hours": .object(
                Weekday.allCases.compactMap { day in
                    calendar.hours[day].map { hours in
                        .init(name: day.rawValue, value: .list(hours.sorted().map { .text($0.description) }))
                    }
                }
            ),
            "holidays": .list(
                calendar.holidays.sorted().map { date in
                    ["date": .text(date.description), "name": .text(calendar.holidayNames?[date.description])]
                }
            ),
            "holders": .list(holders.map { .text($0) }),
        ]
    }
}
