import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What a lead is picked for.
private enum Purpose: String, CaseIterable {
    case links, merge

    var title: String {
        switch self {
        case .links: "Link to another lead"
        case .merge: "Merge into this lead"
        }
    }

    var intro: String {
        switch self {
        case .links: "Both are about the same deal, perhaps through different people; they are converted together."
        case .merge:
            "The lead that you choose closes, and this one carries on with its people, responses and history. You can undo it."
        }
    }

    var submit: String { self == .links ? "Link" : "Merge" }
    var done: String { self == .links ? "Linked" : "Merged" }
}

extension LeadPages {
    /// Linking and merging: a search for the other lead, and what was found to choose from.
    func addLeadPicking(to routes: RouterGroup<Visit>) {
        for purpose in Purpose.allCases {
            routes.get("/leads/:id/\(purpose.rawValue)") { request, visit in
                let query = request.uri.queryParameters["q"].map(String.init)?.trimmed
                return try await pick(purpose, query, visit, refusal: nil)
            }
            routes.post("/leads/:id/\(purpose.rawValue)") { _, visit in
                do {
                    try await join(purpose, visit)
                    return Response.redirect(
                        to: LeadAddress.page(try visit.id()),
                        flash: FlashView(message: purpose.done)
                    )
                } catch let refusal as Refusal where refusal.belongsOnForm {
                    return try await pick(purpose, visit.form.text("q"), visit, refusal: refusal)
                }
            }
        }
        routes.post("/leads/:id/links/removal") { _, visit in
            let command = UnlinkLead(lead: try visit.id())
            try await site.app.perform(command, as: visit.actor)
            return Response.redirect(
                to: LeadAddress.page(command.lead),
                flash: FlashView(message: "A deal of its own again")
            )
        }
    }

    private func join(_ purpose: Purpose, _ visit: Visit) async throws {
        guard let other = visit.form.text("lead").flatMap({ Lead.ID($0) }) else {
            throw Refusal.invalid("/lead", "Choose a lead.")
        }
        switch purpose {
        case .links: try await site.app.perform(LinkLeads(lead: visit.id(), other: other), as: visit.actor)
        case .merge:
            let command = MergeLeads(
                survivor: try visit.id(),
                merged: [other],
                otherAccounts: visit.form.text("otherAccounts") != nil
            )
            try await site.app.perform(command, as: visit.actor)
        }
    }

    private func pick(_ purpose: Purpose, _ query: String?, _ visit: Visit, refusal: Refusal?) async throws -> Response
    {
        let lead: Lead.ID = try visit.id()
        let answer = try await site.app.fetch(LeadDetail(lead: lead), as: visit.actor)
        let linked = Set(answer.linked.map(\.id))
        let found = try await site.app.fetch(LeadCandidates(lead: lead, text: query), as: visit.actor)
            .filter { purpose == .merge || !linked.contains($0.id) }
        let name = answer.row.displayName
        let form = found.isEmpty ? nil : form(purpose, found, query, answer, typed: visit.form)
        let view = PickView(
            page: site.frame("\(purpose.title) · \(name)", visit),
            title: purpose.title,
            subject: LinkView(label: name, href: LeadAddress.page(lead)),
            place: LinkView(label: "Leads", href: "/leads"),
            status: Wording(answer).status(answer.lead.status),
            search: LeadAddress.act(lead, purpose.rawValue),
            query: query ?? "",
            nothing: query == nil
                ? "The account has no other open lead. Search for a name, company or e-mail address."
                : "No open lead that you may see matches.",
            form: refusal.map { form?.refused(by: $0) } ?? form
        )
        return try site.page(view, status: refusal == nil ? .ok : .unprocessableContent)
    }

    private func form(
        _ purpose: Purpose,
        _ found: [LeadRow],
        _ query: String?,
        _ answer: LeadDetail.Answer,
        typed: SubmittedForm
    ) -> FormView {
        let words = Wording(answer)
        let chosen = typed.text("lead") ?? (found.count == 1 ? "\(found[0].id)" : "")
        var fields: [Field] = [
            .pick(
                "lead",
                "Which lead",
                options: found.map { .lead($0, chosen: "\($0.id)" == chosen, words) },
                many: false
            )
        ]
        if purpose == .merge, found.contains(where: { $0.account != answer.row.account }) {
            let isTicked = typed.text("otherAccounts") != nil
            fields.append(.confirm("otherAccounts", "Also when they belong to different accounts", isTicked: isTicked))
        }
        return FormView(
            id: "pick",
            action: LeadAddress.act(answer.lead.id, purpose.rawValue),
            fields: fields,
            submit: purpose.submit,
            intro: purpose.intro,
            cancel: LeadAddress.page(answer.lead.id),
            hidden: query.map { [HiddenField(name: "q", value: $0)] } ?? []
        )
    }
}
