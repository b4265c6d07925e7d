import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Defining custom fields: each change is a new version of the policy.
struct FieldSettingsPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/fields") { _, visit in
            let tabs = try site.tabs(.fields, visit)
            let policy = try await site.app.fetch(Choices(), as: visit.actor).policy
            let uses = try await site.app.fetch(ProcessUses(), as: visit.actor)
            return try site.page(FieldSettingsView(policy, uses, tabs: tabs, frame: site.frame("Fields", visit)))
        }
        routes.get("/settings/fields/new") { _, visit in
            let base = try await site.app.fetch(PolicyInForce(), as: visit.actor).version
            let form = FieldSettingsEntry().form(isNew: true, base: base)
            return try site.page(site.settingsForm(.fields, "New field", form, visit))
        }
        routes.post("/settings/fields") { _, visit in try await save(nil, visit) }
        routes.get("/settings/fields/:key") { _, visit in
            let (field, base) = try await find(visit)
            let form = FieldSettingsEntry(field).form(isNew: false, base: base)
            return try site.page(site.settingsForm(.fields, field.label, form, visit))
        }
        routes.post("/settings/fields/:key") { _, visit in try await save(try await find(visit).field, visit) }
        routes.get("/settings/fields/:key/removal") { _, visit in
            let (field, base) = try await find(visit)
            let form = FormView.removal(of: field, base: base)
            return try site.page(site.settingsForm(.fields, "Remove \(field.label)", form, visit))
        }
        routes.post("/settings/fields/:key/removal") { _, visit in try await remove(visit) }
    }

    private func find(_ visit: Visit) async throws -> (field: FieldDefinition, base: Int) {
        let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
        guard let key = visit.parameters.get("key"), let field = policy.body.process.field(key) else {
            throw Refusal.notFound("field")
        }
        return (field, policy.version)
    }

    private func save(_ field: FieldDefinition?, _ visit: Visit) async throws -> Response {
        let entry = FieldSettingsEntry(visit.form, key: field?.key)
        let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
        let base = Int(visit.form["base"]) ?? policy.version
        return try await site.answer(entry.form(isNew: field == nil, base: base)) { form in
            try site.settingsForm(.fields, field?.label ?? "New field", form, visit)
        } by: {
            let body = try policy.body.saving(entry.definition, isNew: field == nil)
            try await site.app.perform(SetPolicy(body: body, base: base), as: visit.actor)
            let flash = FlashView(message: "Saved \(entry.definition.label).")
            return Response.redirect(to: "/settings/fields", flash: flash)
        }
    }

    private func remove(_ visit: Visit) async throws -> Response {
        let (field, version) = try await find(visit)
        let base = Int(visit.form["base"]) ?? version
        return try await site.answer(.removal(of: field, base: base)) { form in
            try site.settingsForm(.fields, "Remove \(field.label)", form, visit)
        } by: {
            let body = try await site.app.fetch(PolicyInForce(), as: visit.actor).body.removing(field: field.key)
            try await site.app.perform(SetPolicy(body: body, base: base), as: visit.actor)
            return Response.redirect(to: "/settings/fields", flash: FlashView(message: "Removed \(field.label)."))
        }
    }
}

extension FormView {
    fileprivate static func removal(of field: FieldDefinition, base: Int) -> FormView {
        FormView(
            id: "removal",
            action: "/settings/fields/\(field.key)/removal",
            fields: [],
            submit: "Remove",
            submitTone: "danger",
            intro: "Leads no longer show it. What they say for it is kept, and shows again if the field comes back.",
            cancel: "/settings/fields",
            hidden: [HiddenField(name: "base", value: "\(base)")]
        )
    }
}
