import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// A lead typed in by hand; it goes the same way as every other arrival.
struct NewLeadPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads/new") { _, visit in
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            return try site.page(
                NewLeadView(SubmittedForm(), choices, for: visit.actor, frame: site.frame("New lead", visit))
            )
        }
        routes.post("/leads") { _, visit in
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            do {
                let command = try CaptureLead(typed: visit.form, currency: choices.policy.currency)
                let captured = try await site.app.perform(command, as: visit.actor, key: visit.form.onceKey)
                if let refusal = captured.refusal { throw refusal }
                let (place, holder) = try await next(captured, visit)
                return Response.redirect(to: place, flash: FlashView(captured, heldBy: holder))
            } catch let refusal as Refusal where refusal.belongsOnForm {
                var view = try NewLeadView(
                    visit.form,
                    choices,
                    for: visit.actor,
                    refusal: refusal,
                    frame: site.frame("New lead", visit)
                )
                view.duplicates = try await duplicates(of: visit.form, visit)
                return try site.page(view, status: .unprocessableContent)
            }
        }
    }

    /// The lead; Today when it went to somebody whose leads one does not see, and to whom.
    private func next(_ captured: Captured, _ visit: Visit) async throws -> (place: String, holder: String?) {
        guard let lead = captured.lead else { return ("/today", nil) }
        do {
            _ = try await site.app.fetch(LeadDetail(lead: lead), as: visit.actor)
            return (LeadAddress.page(lead), nil)
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return ("/today", try await site.app.fetch(HolderName(of: captured), as: visit.actor))
        }
    }

    /// Open leads that one may see with the same e-mail address, or else of the same company.
    private func duplicates(of form: SubmittedForm, _ visit: Visit) async throws -> [DuplicateView] {
        let clues = [("email", "Same e-mail address"), ("company", "Same company")]
        for (field, reason) in clues {
            guard let text = form.text(field), text.count >= 3 else { continue }
            var filter = LeadFilter()
            filter.text = text
            filter.open = true
            filter.limit = 5
            let answer = try await site.app.fetch(LeadList(filter), as: visit.actor)
            if !answer.rows.isEmpty { return answer.rows.map { DuplicateView($0, answer, reason: reason) } }
        }
        return []
    }
}
