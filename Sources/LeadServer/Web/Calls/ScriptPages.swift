import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Writing call scripts: each change is a new version of the policy.
struct ScriptPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/scripts") { _, visit in
            let tabs = try site.tabs(.scripts, visit)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            return try site.page(ScriptsView(choices, tabs: tabs, frame: site.frame("Scripts", visit)))
        }
        routes.get("/settings/scripts/new") { _, visit in
            let entry = ScriptEntry()
            return try site.page(try await page("New script", entry, isNew: true, visit))
        }
        routes.post("/settings/scripts") { _, visit in try await save(isNew: true, visit) }
        routes.get("/settings/scripts/:key") { _, visit in
            let script = try await find(visit)
            return try site.page(try await page(script.name, ScriptEntry(script), isNew: false, visit))
        }
        routes.post("/settings/scripts/:key") { _, visit in try await save(isNew: false, visit) }
        routes.post("/settings/scripts/:key/removal") { _, visit in
            let script = try await find(visit)
            let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
            let body = try policy.body.removing(script: script.key)
            try await site.app.perform(SetPolicy(body: body, base: policy.version), as: visit.actor)
            return Response.redirect(to: "/settings/scripts", flash: FlashView(message: "Removed \(script.name)."))
        }
    }

    private func find(_ visit: Visit) async throws -> CallScript {
        let policy = try await site.app.fetch(Choices(), as: visit.actor).policy
        let key = visit.parameters.get("key")
        guard let script = policy.calls.scripts.first(where: { $0.key == key }) else {
            throw Refusal.notFound("script")
        }
        return script
    }

    private func page(
        _ title: String,
        _ entry: ScriptEntry,
        isNew: Bool,
        _ visit: Visit
    ) async throws -> SettingsFormView {
        let choices = try await site.app.fetch(Choices(), as: visit.actor)
        let removal = SettingsAct(
            label: "Remove this script",
            action: "/settings/scripts/\(entry.key)/removal",
            sentence: "Calls that were held by it keep their answers; leads get the next script that fits."
        )
        let form = entry.form(isNew: isNew, choices)
        return try site.settingsForm(.scripts, title, form, acts: isNew ? [] : [removal], visit)
    }

    private func save(isNew: Bool, _ visit: Visit) async throws -> Response {
        let key = isNew ? nil : try await find(visit).key
        let entry = ScriptEntry(visit.form, key: key)
        let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
        let base = Int(visit.form["base"]) ?? policy.version
        do {
            let script = try entry.script()
            let body = try policy.body.saving(script, isNew: isNew)
            try await site.app.perform(SetPolicy(body: body, base: base), as: visit.actor)
            return Response.redirect(to: "/settings/scripts", flash: FlashView(message: "Saved \(script.name)."))
        } catch let refusal as Refusal where refusal.belongsOnForm {
            var view = try await page(entry.name.trimmed ?? "New script", entry, isNew: isNew, visit)
            view.form = view.form.refused(by: refusal.ofScript(try? entry.script()))
            return try site.page(view, status: .unprocessableContent)
        }
    }
}

extension Refusal {
    /// The same "no", each fault at the field of the form that holds it.
    fileprivate func ofScript(_ script: CallScript?) -> Refusal {
        var refusal = self
        for index in refusal.issues.indices {
            let parts = issues[index].pointer.split(separator: "/").map(String.init)
            guard parts.count > 4, parts[3] == "questions", let number = Int(parts[4]),
                let question = script?.questions[number]
            else {
                if parts.count == 4 { refusal.issues[index].pointer = "/\(parts[3])" }
                continue
            }
            refusal.issues[index] = Issue("/questions", "Question \(question.key): \(issues[index].message)")
        }
        return refusal
    }
}
