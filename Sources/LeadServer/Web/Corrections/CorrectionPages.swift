import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// `/leads/{id}/corrections/{line}`: sets a line of the timeline right.
struct CorrectionPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        let address = "/leads/:id/\(CorrectionForm.act)/:line"
        routes.get("\(address)") { request, visit in
            let form = try await form(visit, back: request.uri.queryParameters["back"].map(String.init))
            return try page(form, form.view, visit)
        }
        routes.post("\(address)") { _, visit in
            let form = try await form(visit, back: visit.form.text("back"))
            do {
                try await site.app.perform(try form.command(), as: visit.actor)
                return Response.redirect(
                    to: form.facts.back ?? LeadAddress.page(form.facts.lead.id),
                    flash: FlashView(message: "Corrected")
                )
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try page(form, form.view.refused(by: refusal), visit, status: .unprocessableContent)
            }
        }
    }

    private func form(_ visit: Visit, back: String?) async throws -> CorrectionForm {
        let actor = try visit.actor
        try actor.require(CorrectLead.permission)
        let facts = LeadActFacts(
            try await site.app.fetch(LeadDetail(lead: visit.id()), as: actor),
            try await site.app.fetch(Choices(), as: actor),
            typed: visit.form,
            back: back.map { Link.local($0, otherwise: "/today") }
        )
        guard let line = visit.parameters.get("line").flatMap({ Int64($0) }),
            let form = CorrectionForm(facts, line: line)
        else { throw Refusal.notFound("entry in the timeline") }
        return form
    }

    private func page(
        _ form: CorrectionForm,
        _ view: FormView,
        _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let frame = site.frame("Correct · \(form.facts.answer.row.displayName)", visit)
        return try site.page(LeadActView(form.facts, title: "Correct", form: view, frame: frame), status: status)
    }
}
