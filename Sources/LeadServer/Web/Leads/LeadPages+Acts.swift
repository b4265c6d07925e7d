import Hummingbird
import LeadApp
import LeadCore
import LeadStore

extension LeadPages {
    /// An act's two addresses: GET shows its form, POST carries it out or shows the form again with what is to be mended.
    func add<Act: LeadActPage>(_ act: Act.Type, to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/\(Act.path)") { request, visit in
            let back = request.uri.queryParameters["back"].map(String.init)
            let facts = try await facts(visit, back: back)
            return try page(act, facts, Act.form(facts), visit)
        }
        routes.post("/leads/:id/\(Act.path)") { _, visit in
            let facts = try await facts(visit, back: visit.form.text("back"))
            do {
                let command = try Act.command(facts)
                try await site.app.perform(command, as: visit.actor, key: visit.form.onceKey)
                return Response.redirect(to: try await next(facts, visit), flash: FlashView(message: Act.done))
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try page(act, facts, Act.form(facts).refused(by: refusal), visit, status: .unprocessableContent)
            }
        }
    }

    private func facts(_ visit: Visit, back: String?) async throws -> LeadActFacts {
        let actor = try visit.actor
        return LeadActFacts(
            try await site.app.fetch(LeadDetail(lead: visit.id()), as: actor),
            try await site.app.fetch(Choices(), as: actor),
            typed: visit.form,
            back: back.map { Link.local($0, otherwise: "/today") }
        )
    }

    private func page<Act: LeadActPage>(
        _ act: Act.Type,
        _ facts: LeadActFacts,
        _ form: FormView,
        _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let frame = site.frame("\(Act.title) · \(facts.answer.row.displayName)", visit)
        return try site.page(LeadActView(facts, title: Act.title, form: form.once(), frame: frame), status: status)
    }

    /// Where the act leads: back, or to the lead; to Today when the act gave the lead to somebody whose leads one does not see.
    private func next(_ facts: LeadActFacts, _ visit: Visit) async throws -> String {
        let page = LeadAddress.page(facts.lead.id)
        if let back = facts.back, back != page { return back }
        do {
            _ = try await site.app.fetch(LeadDetail(lead: facts.lead.id), as: visit.actor)
            return page
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return "/today"
        }
    }
}
