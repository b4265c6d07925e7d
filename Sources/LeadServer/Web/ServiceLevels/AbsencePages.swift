import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct AbsencePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/absences") { _, visit in try site.page(try await view(visit)) }
        routes.post("/absences") { _, visit in
            let view = try await view(visit)
            return try await site.answer(view.form) { form in
                var refused = view
                refused.form = form
                return refused
            } by: {
                try await site.app.perform(try await command(visit), as: visit.actor)
                return Response.redirect(to: "/absences", flash: FlashView(message: "Absence entered"))
            }
        }
        routes.post("/absences/:id/end") { _, visit in
            try await site.app.perform(EndAbsence(absence: visit.id()), as: visit.actor)
            return Response.redirect(to: "/absences", flash: FlashView(message: "Absence taken back"))
        }
    }

    private func view(_ visit: Visit) async throws -> AbsencesView {
        let answer = try await site.app.fetch(AbsenceList(), as: visit.actor)
        let frame = site.frame("Absences", visit)
        return AbsencesView(answer, me: try visit.user.id, typed: visit.form, frame: frame)
    }

    /// From the morning of the first day to the end of the last, in the person's own zone.
    private func command(_ visit: Visit) async throws -> EnterAbsence {
        let answer = try await site.app.fetch(AbsenceList(), as: visit.actor)
        let person = try visit.form.text("person").flatMap { User.ID($0) } ?? visit.user.id
        let zone = answer.calendars[.person(person)].zone
        guard let first = LocalDate(visit.form["from"]) else {
            throw Refusal.invalid("/from", "Choose the first day away.")
        }
        guard let last = LocalDate(visit.form["until"]) else {
            throw Refusal.invalid("/until", "Choose the last day away.")
        }
        return EnterAbsence(
            person: person,
            from: zone.startOfDay(first),
            until: zone.startOfDay(last + 1),
            note: visit.form.text("note")
        )
    }
}
