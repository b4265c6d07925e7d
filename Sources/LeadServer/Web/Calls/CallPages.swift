import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Call mode: one lead at a time, script and outcome on one page, and the next one at once.
struct CallPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/today/call") { _, visit in
            let work = try await site.app.fetch(WorkList(calls: true, limit: 1), as: visit.actor)
            if let next = work.entries.first { return Response.redirect(to: CallAddress.page(next.row.id)) }
            let undo = try await site.app.fetch(LastOwnAct(), as: visit.actor)
            return try site.page(NoCallView(work, undo, frame: site.frame("Call mode", visit)))
        }
        routes.get("/today/call/:id") { _, visit in try site.page(try await view(visit)) }
        routes.post("/today/call/:id") { _, visit in try await record(visit) }
        routes.post("/today/call/:id/undo") { _, visit in
            let lead: Lead.ID = try visit.id()
            try await site.app.perform(UndoLastAct(lead: lead), as: visit.actor)
            let back = Link.local(visit.form.text("back"), otherwise: CallAddress.page(lead))
            return Response.redirect(to: back, flash: FlashView(message: "Taken back"))
        }
        routes.get("/today/call/:id/skip") { _, visit in try site.page(try await skipView(visit)) }
        routes.post("/today/call/:id/skip") { _, visit in try await skip(visit) }
    }

    private func record(_ visit: Visit) async throws -> Response {
        do {
            let sheet = try await site.app.fetch(CallSheet(lead: visit.id()), as: visit.actor)
            let call = try CallEntry(visit.form).command(sheet)
            try await site.app.perform(call, as: visit.actor, key: visit.form.onceKey)
            let flash = FlashView(message: "\(sheet.detail.row.displayName): \(call.outcome.label.lowercased())")
            return Response.redirect(to: CallAddress.next, flash: flash)
        } catch let refusal as Refusal where refusal.belongsOnForm {
            return try site.page(try await view(visit, refusal), status: .unprocessableContent)
        }
    }

    private func view(_ visit: Visit, _ refusal: Refusal? = nil) async throws -> CallView {
        let sheet = try await site.app.fetch(CallSheet(lead: visit.id()), as: visit.actor)
        let work = try await site.app.fetch(WorkList(calls: true, limit: 1), as: visit.actor)
        let frame = site.frame("Call \(sheet.detail.row.displayName)", visit)
        return CallView(sheet, work, CallEntry(visit.form), refusal, frame: frame)
    }

    private func skip(_ visit: Visit) async throws -> Response {
        let lead: Lead.ID = try visit.id()
        do {
            try await site.app.perform(SkipLead(lead: lead, reason: visit.form["reason"]), as: visit.actor)
            return Response.redirect(to: CallAddress.next, flash: FlashView(message: "Skipped for now"))
        } catch let refusal as Refusal where refusal.belongsOnForm {
            var view = try await skipView(visit)
            view.form = view.form.refused(by: refusal)
            return try site.page(view, status: .unprocessableContent)
        }
    }

    private func skipView(_ visit: Visit) async throws -> LeadActView {
        let detail = try await site.app.fetch(LeadDetail(lead: visit.id()), as: visit.actor)
        return LeadActView(
            page: site.frame("Skip \(detail.row.displayName)", visit),
            title: "Skip for now",
            lead: LinkView(label: detail.row.displayName, href: LeadAddress.page(detail.lead.id)),
            account: detail.row.account,
            status: Wording(detail).status(detail.lead.status),
            form: .skip(detail)
        )
    }
}

extension FormView {
    fileprivate static func skip(_ detail: LeadDetail.Answer) -> FormView {
        let calls = detail.policy.calls
        let back = TimeWords.working(.minutes(Int64(calls.skipMinutes)))
        return FormView(
            id: "skip",
            action: CallAddress.skip(detail.lead.id),
            fields: [
                .choice("reason", "Why", options: calls.skipReasons.map { Option(value: $0, label: $0) })
            ],
            submit: "Skip",
            intro: "It comes back to you after \(back) of working time; its clocks run on. The reason is kept.",
            cancel: CallAddress.page(detail.lead.id)
        )
    }
}
