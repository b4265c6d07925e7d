import Hummingbird
import LeadApp
import LeadCore

struct ProcessPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/process") { _, visit in
            let policy = try await site.app.fetch(Choices(), as: visit.actor).policy
            let tabs = try site.tabs(.process, visit)
            return try site.page(ProcessView(policy, tabs: tabs, frame: site.frame("Process", visit)))
        }
    }
}
