import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What a person may ask for: all that is held on them, and that it is erased.
struct PrivacyAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/contacts/:id/export") { _, visit in
            Response.json(.file(try await site.app.fetch(PersonExport(contact: visit.id()), as: visit.actor)))
        }
        routes.post("/contacts/:id/erasure") { request, visit in
            let input = Input(try await request.json())
            let command = ErasePerson(
                contact: try visit.id(),
                confirmation: try input.required("confirmation", input.text("confirmation", most: 2000))
            )
            try input.check()
            let outcome = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.json([
                "contact": .id(outcome.contact), "leads": .list(outcome.leads.map { .id($0) }),
                "imports": .list(outcome.imports.map { .id($0) }),
            ])
        }
    }
}
