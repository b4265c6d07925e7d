import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct OverduePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/overdue") { _, visit in
            let actor = try visit.actor
            let answer = try await site.app.fetch(OverdueLeads(), as: actor)
            return try site.page(OverdueView(answer, me: actor.user, frame: site.frame("Overdue", visit)))
        }
        routes.post("/overdue/:id/taking") { _, visit in
            try await site.app.perform(TakeOverLead(lead: try visit.id()), as: visit.actor)
            return Response.redirect(to: "/overdue", flash: FlashView(message: "It is yours"))
        }
    }
}
