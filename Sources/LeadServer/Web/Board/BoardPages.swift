import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct BoardPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/board") { request, visit in
            let (actor, state) = (try visit.actor, LeadListState(request))
            var filter = LeadFilter()
            filter.owner = state["owner"].flatMap { Owner($0) }
            filter.productClass = state["class"].flatMap { ProductClass.ID($0) }
            let view = BoardView(
                try await site.app.fetch(Board(filter), as: actor),
                choices: try await site.app.fetch(Choices(), as: actor),
                owner: filter.owner,
                productClass: filter.productClass?.description,
                frame: site.frame("Board", visit)
            )
            return try site.page(view)
        }
    }
}
