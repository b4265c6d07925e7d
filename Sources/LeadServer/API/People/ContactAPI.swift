import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// People whom we know: who they are and where they work.
struct ContactAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.patch("/contacts/:id") { request, visit in
            let input = Input(try await request.json())
            let command = UpdateContact(try visit.id(), input)
            try input.check()
            let outcome = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.json([
                "id": .id(outcome.contact), "changed": .list(outcome.changed.map { .text($0) }),
            ])
        }
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

extension UpdateContact {
    /// What is to be other than it was; an empty text clears what is there.
    fileprivate init(_ contact: Contact.ID, _ input: Input) {
        self.init(contact: contact)
        fullName = input.text("name")
        title = input.text("title")
        email = input.text("email")
        phone = input.text("phone")
        country = input.text("country")
        city = input.text("city")
        doNotEmail = input.flag("doNotEmail")
        doNotCall = input.flag("doNotCall")
    }
}
