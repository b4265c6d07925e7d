import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// The list, its saved views, and the same question as a file.
struct LeadListPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads") { request, visit in
            let (actor, state) = (try visit.actor, LeadListState(request))
            let choices = try await site.app.fetch(Choices(), as: actor)
            // Rows of the condition editor become one condition, which the address then carries.
            let form = SubmittedForm(urlencoded: request.uri.query ?? "")
            if form.fields.contains(where: { $0.name == "match" || $0.name == "json" }) {
                let condition = try ConditionForm.condition(form, ConditionWords(choices))
                return Response.redirect(to: state.setting("where", to: condition?.json).address(of: "/leads"))
            }
            let filter = state.filter(for: actor.user, in: choices.policy.calendar.zone)
            let view = LeadListView(
                try await site.app.fetch(LeadList(filter), as: actor),
                state: state,
                choices: choices,
                saved: try await site.app.fetch(SavedViews(), as: actor),
                mayExport: actor.role.may(.exportData),
                frame: site.frame("Leads", visit)
            )
            return try site.page(view)
        }
        routes.get("/leads.csv") { request, visit in
            let (actor, state) = (try visit.actor, LeadListState(request))
            let choices = try await site.app.fetch(Choices(), as: actor)
            let filter = state.filter(for: actor.user, in: choices.policy.calendar.zone)
            return try await LeadFile(site.app, filter, as: actor).response()
        }
        routes.post("/views") { _, visit in
            let state = LeadListState(SubmittedForm(urlencoded: visit.form["query"]))
            let view = SaveView(name: visit.form["name"], query: state.query)
            try await site.app.perform(view, as: visit.actor)
            return Response.redirect(to: state.address(of: "/leads"), flash: FlashView(message: "View saved"))
        }
        routes.post("/views/:id/removal") { _, visit in
            try await site.app.perform(DeleteView(view: visit.id()), as: visit.actor)
            return Response.redirect(to: "/leads", flash: FlashView(message: "View deleted"))
        }
    }
}

extension LeadListState {
    init(_ request: Request) {
        self.init(SubmittedForm(urlencoded: request.uri.query ?? ""))
    }
}
