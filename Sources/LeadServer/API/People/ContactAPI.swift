import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// People whom we know: where they work.
struct ContactAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.post("/contacts/:id/account") { request, visit in
            let input = Input(try await request.json())
            let command = MoveContact(
                contact: try visit.id(),
                company: try input.required("company", input.text("company", most: 500)),
                withLeads: input.flag("withLeads") ?? false
            )
            try input.check()
            let outcome = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.json([
                "account": .id(outcome.account), "leads": .list(outcome.leads.map { .id($0) }),
            ])
        }
    }
}
