import Hummingbird
import LeadApp

struct TodayPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/today") { request, visit in
            let frame = site.frame("Today", visit)
            var view =
                request.uri.queryParameters["order"] == "due"
                ? TodayView(try await site.app.fetch(Today(), as: visit.actor), frame: frame)
                : TodayView(try await site.app.fetch(WorkList(), as: visit.actor), frame: frame)
            view.undo = try await site.app.fetch(LastOwnAct(), as: visit.actor).map {
                CallUndoView($0, back: "/today")
            }
            return try site.page(view)
        }
    }
}
