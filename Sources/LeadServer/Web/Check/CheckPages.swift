import Hummingbird
import LeadApp
import LeadCore

/// The live check of what must always hold.
struct CheckPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/check") { _, visit in
            let answer = try await site.app.fetch(CheckInvariants(), as: visit.actor)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            let time = TimeWords(now: choices.now, zone: choices.policy.calendar.zone)
            return try site.page(CheckView(answer, time, page: site.frame("Check", visit)))
        }
    }
}
