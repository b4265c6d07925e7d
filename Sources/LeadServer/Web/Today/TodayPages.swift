import Hummingbird
import LeadApp

struct TodayPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/today") { _, visit in
            let answer = try await site.app.fetch(Today(), as: visit.actor)
            return try site.page(TodayView(answer, frame: site.frame("Today", visit)))
        }
    }
}
