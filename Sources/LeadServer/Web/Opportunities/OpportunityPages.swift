import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Deals: the list with its pipeline, one deal, and its acts as pages.
struct OpportunityPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/opportunities") { request, visit in
            let state = OpportunityListState(request)
            let answer = try await site.app.fetch(OpportunityList(state.filter), as: visit.actor)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            return try site.page(OpportunityListView(answer, state, choices, page: site.frame("Deals", visit)))
        }
        routes.get("/opportunities/:id") { _, visit in
            let answer = try await detail(visit)
            let mayWork = try visit.user.role.may(.workOpportunities)
            return try site.page(
                OpportunityPageView(answer, mayWork: mayWork, page: site.frame(answer.row.name, visit))
            )
        }
        add(StageAct.self, to: routes)
        add(WinAct.self, to: routes)
        add(LossAct.self, to: routes)
        add(AmountAct.self, to: routes)
        add(ConversionUndoAct.self, to: routes)
        add(DealNotePage.self, to: routes)
        addLeadPicking(to: routes)
    }

    /// An act's two addresses: GET shows its form, POST carries it out or shows the form again with what is to be mended.
    private func add<Act: OpportunityActPage>(_ act: Act.Type, to routes: RouterGroup<Visit>) {
        routes.get("/opportunities/:id/\(Act.path)") { _, visit in
            let facts = OpportunityActFacts(answer: try await detail(visit), typed: SubmittedForm())
            return try page(act, facts, Act.form(facts), visit)
        }
        routes.post("/opportunities/:id/\(Act.path)") { _, visit in
            let facts = OpportunityActFacts(answer: try await detail(visit), typed: visit.form)
            do {
                try await site.app.perform(Act.command(facts), as: visit.actor, key: visit.form.onceKey)
                return Response.redirect(
                    to: OpportunityAddress.page(facts.deal.id),
                    flash: FlashView(message: Act.done)
                )
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try page(act, facts, Act.form(facts).refused(by: refusal), visit, status: .unprocessableContent)
            }
        }
    }

    func detail(_ visit: Visit) async throws -> OpportunityDetail.Answer {
        try await site.app.fetch(OpportunityDetail(opportunity: visit.id()), as: visit.actor)
    }

    private func page<Act: OpportunityActPage>(
        _ act: Act.Type,
        _ facts: OpportunityActFacts,
        _ form: FormView,
        _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let name = facts.answer.row.name
        let view = OpportunityActView(
            page: site.frame("\(Act.title) · \(name)", visit),
            title: Act.title,
            deal: LinkView(label: name, href: OpportunityAddress.page(facts.deal.id)),
            status: StatusView(stage: facts.deal.stage, of: facts.policy.opportunityStages),
            form: form.once()
        )
        return try site.page(view, status: status)
    }
}
