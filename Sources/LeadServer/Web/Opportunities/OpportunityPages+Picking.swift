import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

extension OpportunityPages {
    /// A late lead joins the deal: a search, and what was found to choose from.
    func addLeadPicking(to routes: RouterGroup<Visit>) {
        routes.get("/opportunities/:id/leads") { request, visit in
            try await pick(request.uri.queryParameters["q"].map(String.init)?.trimmed, visit, refusal: nil)
        }
        routes.post("/opportunities/:id/leads") { _, visit in
            do {
                guard let lead = visit.form.text("lead").flatMap({ Lead.ID($0) }) else {
                    throw Refusal.invalid("/lead", "Choose a lead.")
                }
                let command = AddLeadToOpportunity(
                    opportunity: try visit.id(),
                    lead: lead,
                    otherAccounts: visit.form.text("otherAccounts") != nil
                )
                try await site.app.perform(command, as: visit.actor)
                return Response.redirect(
                    to: OpportunityAddress.page(command.opportunity),
                    flash: FlashView(message: "Added to the deal")
                )
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try await pick(visit.form.text("q"), visit, refusal: refusal)
            }
        }
    }

    private func pick(_ query: String?, _ visit: Visit, refusal: Refusal?) async throws -> Response {
        let answer = try await detail(visit)
        let deal = answer.opportunity
        let found = try await site.app.fetch(DealCandidates(opportunity: deal.id, text: query), as: visit.actor)
        let form = found.isEmpty ? nil : form(found, query, answer, typed: visit.form)
        let view = PickView(
            page: site.frame("Add a lead · \(answer.row.name)", visit),
            title: "Add a lead",
            subject: LinkView(label: answer.row.name, href: OpportunityAddress.page(deal.id)),
            place: LinkView(label: "Deals", href: "/opportunities"),
            status: StatusView(stage: deal.stage, of: answer.policy.opportunityStages),
            search: OpportunityAddress.act(deal.id, "leads"),
            query: query ?? "",
            nothing: query == nil
                ? "The account has no open lead. Search for a name, company or e-mail address."
                : "No open lead that you may see matches.",
            form: refusal.map { form?.refused(by: $0) } ?? form
        )
        return try site.page(view, status: refusal == nil ? .ok : .unprocessableContent)
    }

    private func form(
        _ found: [LeadRow],
        _ query: String?,
        _ answer: OpportunityDetail.Answer,
        typed: SubmittedForm
    ) -> FormView {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        let chosen = typed.text("lead") ?? (found.count == 1 ? "\(found[0].id)" : "")
        var fields: [Field] = [
            .pick(
                "lead",
                "Which lead",
                options: found.map { .lead($0, chosen: "\($0.id)" == chosen, words) },
                many: false
            )
        ]
        if found.contains(where: { $0.account != answer.row.account }) {
            let isTicked = typed.text("otherAccounts") != nil
            fields.append(.confirm("otherAccounts", "Also when it belongs to another account", isTicked: isTicked))
        }
        return FormView(
            id: "pick",
            action: OpportunityAddress.act(answer.opportunity.id, "leads"),
            fields: fields,
            submit: "Add to the deal",
            intro: "Its people join the deal in their roles; the lead is converted like the others.",
            cancel: OpportunityAddress.page(answer.opportunity.id),
            hidden: query.map { [HiddenField(name: "q", value: $0)] } ?? []
        )
    }
}
