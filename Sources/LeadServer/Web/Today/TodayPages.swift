import Hummingbird
import LeadApp

struct TodayPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/today") { request, visit in
            let frame = site.frame("Today", visit)
            guard request.uri.queryParameters["order"] == "due" else {
                return try site.page(TodayView(try await site.app.fetch(WorkList(), as: visit.actor), frame: frame))
            }
            return try site.page(TodayView(try await site.app.fetch(Today(), as: visit.actor), frame: frame))
        }
    }
}
