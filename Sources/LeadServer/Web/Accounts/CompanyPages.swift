import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Companies, each with all that one may see of it.
struct CompanyPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/accounts/:id") { _, visit in
            let answer = try await site.app.fetch(AccountDetail(account: visit.id()), as: visit.actor)
            return try site.page(CompanyView(answer, page: site.frame(answer.account.name, visit)))
        }
    }
}
