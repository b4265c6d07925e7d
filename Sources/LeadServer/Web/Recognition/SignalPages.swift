import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Signals that are no lead yet: making a lead of them, and noting that a brochure went out.
struct SignalPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/signals") { _, visit in
            let answer = try await site.app.fetch(SignalList(), as: visit.actor)
            return try site.page(SignalsView(answer, frame: site.frame("Signals", visit)))
        }
        routes.post("/signals/recognition") { _, visit in
            guard let account = Account.ID(visit.form["account"]),
                let productClass = ProductClass.ID(visit.form["productClass"])
            else { throw Refusal.notFound("account") }
            let command = RecognizeLead(account: account, productClass: productClass)
            let captured = try await site.app.perform(command, as: visit.actor)
            return Response.redirect(
                to: captured.lead.map { LeadAddress.page($0) } ?? "/signals",
                flash: FlashView(captured)
            )
        }
        routes.post("/signals/brochures") { _, visit in
            let form = visit.form
            let contacts = form.fields.filter { $0.name == "contact" }.compactMap { Contact.ID($0.value) }
            let command = LogTouches(contacts: contacts, productClass: form["productClass"], kind: .brochure)
            let outcome = try await site.app.perform(command, as: visit.actor)
            let people = outcome.logged == 1 ? "1 person" : "\(outcome.logged) people"
            return Response.redirect(to: "/signals", flash: FlashView(message: "Brochure noted for \(people)."))
        }
    }
}
