import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadInsight
import LeadStore

/// Campaigns: what they brought, and naming, dating and pricing them.
struct CampaignPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/campaigns") { _, visit in
            let actor = try visit.actor
            let view = CampaignListView(
                try await site.app.fetch(CampaignList(), as: actor),
                try await site.app.fetch(FetchReport(.campaigns), as: actor),
                try await site.app.fetch(Choices(), as: actor),
                mayEdit: actor.role.may(.editCampaigns),
                page: site.frame("Campaigns", visit)
            )
            return try site.page(view)
        }
        for path: RouterPath in ["/campaigns/new", "/campaigns/:id/edit"] {
            routes.get(path) { _, visit in
                let form = try await form(visit)
                return try page(form, form.view(), visit)
            }
            routes.post(path) { _, visit in try await save(visit) }
        }
    }

    private func save(_ visit: Visit) async throws -> Response {
        let form = try await form(visit)
        do {
            try await site.app.perform(form.command(), as: visit.actor)
            return Response.redirect(to: "/campaigns", flash: FlashView(message: "Campaign saved"))
        } catch let refusal as Refusal where refusal.belongsOnForm {
            return try page(form, form.view().refused(by: refusal), visit, status: .unprocessableContent)
        }
    }

    private func form(_ visit: Visit) async throws -> CampaignForm {
        let actor = try visit.actor
        try actor.require(.editCampaigns)
        let choices = try await site.app.fetch(Choices(), as: actor)
        guard visit.parameters.get("id") != nil else {
            return CampaignForm(campaign: nil, choices: choices, typed: visit.form)
        }
        let id: Campaign.ID = try visit.id()
        guard let campaign = try await site.app.fetch(CampaignList(), as: actor).first(where: { $0.id == id }) else {
            throw Refusal.notFound("campaign")
        }
        return CampaignForm(campaign: campaign, choices: choices, typed: visit.form)
    }

    private func page(
        _ form: CampaignForm,
        _ view: FormView,
        _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try site.page(
            CampaignFormView(page: site.frame(form.title, visit), title: form.title, form: view),
            status: status
        )
    }
}
