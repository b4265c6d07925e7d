import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// The public forms: making them, and what a web site needs to use them.
struct FormSettingsPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/forms") { _, visit in
            let tabs = try site.tabs(.forms, visit)
            let forms = try await site.app.fetch(FormList(), as: visit.actor)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            return try site.page(FormListView(forms, choices, tabs: tabs, frame: site.frame("Forms", visit)))
        }
        routes.get("/settings/forms/new") { _, visit in
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            return try site.page(site.settingsForm(.forms, "New form", .publicForm(nil, FormEntry(), choices), visit))
        }
        routes.post("/settings/forms") { _, visit in try await save(nil, visit) }
        routes.get("/settings/forms/:id") { request, visit in
            let form = try await find(visit)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            let address = site.address("/forms/\(form.key)", request)
            let (tabs, frame) = (try site.tabs(.forms, visit), site.frame(form.name, visit))
            return try site.page(FormSettingsView(form, at: address, choices, tabs: tabs, frame: frame))
        }
        routes.get("/settings/forms/:id/edit") { _, visit in
            let form = try await find(visit)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            let view = FormView.publicForm(form.id, FormEntry(form), choices)
            return try site.page(site.settingsForm(.forms, form.name, view, visit))
        }
        routes.post("/settings/forms/:id") { _, visit in try await save(try await find(visit), visit) }
    }

    private func find(_ visit: Visit) async throws -> FormRecord {
        let id: Form.ID = try visit.id()
        let forms = try await site.app.fetch(FormList(), as: visit.actor)
        guard let form = forms.first(where: { $0.id == id }) else { throw Refusal.notFound("form") }
        return form
    }

    private func save(_ form: FormRecord?, _ visit: Visit) async throws -> Response {
        let entry = FormEntry(visit.form)
        let choices = try await site.app.fetch(Choices(), as: visit.actor)
        return try await site.answer(.publicForm(form?.id, entry, choices)) { view in
            try site.settingsForm(.forms, form?.name ?? "New form", view, visit)
        } by: {
            let saved = try await site.app.perform(entry.command(for: form?.id), as: visit.actor)
            let flash = FlashView(message: "Saved \(entry.name).")
            return Response.redirect(to: "/settings/forms/\(saved.form)", flash: flash)
        }
    }
}
