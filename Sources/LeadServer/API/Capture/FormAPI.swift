import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Public forms.
struct FormAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/forms") { request, visit in
            let forms = try await site.app.fetch(FormList(), as: visit.actor)
            return Response.list(forms.map { .form($0) }, next: nil, in: request)
        }
        routes.post("/forms") { request, visit in
            let saved = try await save(nil, request, visit)
            return Response.created(
                ["id": .id(saved.form), "path": .text("/forms/\(saved.key)")],
                at: "/v1/forms/\(saved.form)"
            )
        }
        routes.put("/forms/:id") { request, visit in
            _ = try await save(try visit.id(), request, visit)
            return Response.done
        }
    }

    private func save(_ id: Form.ID?, _ request: Request, _ visit: Visit) async throws -> SaveForm.Outcome {
        let input = Input(try await request.json())
        let command = SaveForm(
            form: id,
            name: try input.required("name", input.text("name", most: 200)),
            source: try input.required("source", input.id("source")),
            campaign: input.id("campaign"),
            productClass: input.id("productClass"),
            intent: input.word("intent"),
            redirectURL: input.text("redirectURL", most: 2000),
            hosts: input.texts("hosts") ?? [],
            active: input.flag("active") ?? true
        )
        try input.check()
        return try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
    }
}

extension JSONValue {
    fileprivate static func form(_ form: FormRecord) -> JSONValue {
        [
            "id": .id(form.id), "name": .text(form.name), "path": .text("/forms/\(form.key)"),
            "source": .id(form.source),
            "campaign": .id(form.campaign), "productClass": .id(form.productClass),
            "intent": .text(form.intent?.rawValue), "redirectURL": .text(form.redirectURL),
            "hosts": .list(form.hosts.map { .text($0) }), "active": .bool(form.active),
        ]
    }
}
