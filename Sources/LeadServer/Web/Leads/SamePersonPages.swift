import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Saying from a lead that one of its people is the same person as another whom we know, and taking it back.
struct SamePersonPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/contacts/:contact/same") { request, visit in
            let query = request.uri.queryParameters["q"].map(String.init)?.trimmed
            return try await pick(query, visit, refusal: nil)
        }
        routes.post("/leads/:id/contacts/:contact/same") { _, visit in
            do {
                try await merge(visit)
                return Response.redirect(
                    to: LeadAddress.page(try visit.id()),
                    flash: FlashView(message: "One person now")
                )
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try await pick(visit.form.text("q"), visit, refusal: refusal)
            }
        }
        routes.post("/leads/:id/contacts/:contact/apart") { _, visit in
            let lead: Lead.ID = try visit.id()
            do {
                try await site.app.perform(UndoContactMerge(merged: visit.id("contact")), as: visit.actor)
                return Response.redirect(to: LeadAddress.page(lead), flash: FlashView(message: "Two people again"))
            } catch let refusal as Refusal where refusal.belongsOnForm {
                let flash = FlashView(tone: "warning", message: refusal.sentence)
                return Response.redirect(to: LeadAddress.page(lead), flash: flash)
            }
        }
    }

    private func merge(_ visit: Visit) async throws {
        guard let other = visit.form.text("merged").flatMap({ Contact.ID($0) }) else {
            throw Refusal.invalid("/merged", "Choose a person.")
        }
        let take = visit.form.all("take").compactMap { MergeContacts.Field(rawValue: $0) }
        try await site.app.perform(
            MergeContacts(survivor: try visit.id("contact"), merged: other, take: Set(take)),
            as: visit.actor
        )
    }

    private func pick(_ query: String?, _ visit: Visit, refusal: Refusal?) async throws -> Response {
        let answer = try await site.app.fetch(LeadDetail(lead: visit.id()), as: visit.actor)
        let contact: Contact.ID = try visit.id("contact")
        guard let person = answer.people.first(where: { $0.contact.id == contact })?.contact else {
            throw Refusal.notFound("contact on this lead")
        }
        let found = try await site.app.fetch(ContactCandidates(contact: contact, text: query), as: visit.actor)
        let form = found.isEmpty ? nil : form(person, found, query, answer, typed: visit.form)
        let view = PickView(
            page: site.frame("Same person · \(person.name)", visit),
            title: "\(person.name) is the same person as …",
            subject: LinkView(label: answer.row.displayName, href: LeadAddress.page(answer.lead.id)),
            place: LinkView(label: "Leads", href: "/leads"),
            status: Wording(answer).status(answer.lead.status),
            search: LeadAddress.act(answer.lead.id, "contacts/\(contact)/same"),
            query: query ?? "",
            nothing: query == nil
                ? "Nobody shares an address, a number or the name. Search for a name, e-mail address or phone number."
                : "Nobody whom you may see matches.",
            form: refusal.map { form?.refused(by: $0) } ?? form,
            searchLabel: "Find the other person"
        )
        return try site.page(view, status: refusal == nil ? .ok : .unprocessableContent)
    }

    private func form(
        _ person: ContactRecord,
        _ found: [ContactCandidate],
        _ query: String?,
        _ answer: LeadDetail.Answer,
        typed: SubmittedForm
    ) -> FormView {
        let chosen = typed.text("merged") ?? (found.count == 1 ? "\(found[0].contact.id)" : "")
        let taken = Set(typed.all("take"))
        return FormView(
            id: "same",
            action: LeadAddress.act(answer.lead.id, "contacts/\(person.id)/same"),
            fields: [
                .pick("merged", "Who", options: found.map { .person($0, chosen: chosen) }, many: false),
                .checks(
                    "take",
                    "Take from the other one",
                    options: MergeContacts.Field.allCases.map { field in
                        Option(value: field.rawValue, label: field.label, chosen: taken.contains(field.rawValue))
                    },
                    hint: "What is not ticked stays as it is; what is missing is taken anyhow."
                ),
            ],
            submit: "One person",
            intro:
                "\(person.name) carries on with the leads, deals and addresses of both. Each response keeps counting once. "
                + "You can take them apart again until somebody works on either.",
            cancel: LeadAddress.page(answer.lead.id),
            hidden: query.map { [HiddenField(name: "q", value: $0)] } ?? []
        )
    }
}

extension Option {
    /// A person to be picked.
    fileprivate static func person(_ candidate: ContactCandidate, chosen: String) -> Option {
        let contact = candidate.contact
        return Option(
            value: "\(contact.id)",
            label: contact.name.trimmed ?? "Nobody named",
            chosen: "\(contact.id)" == chosen,
            hint: [
                candidate.account, contact.email, contact.phone,
                CountWords.counted(candidate.leads, "lead", "leads"),
            ].compactMap { $0 }.joined(separator: " · ")
        )
    }
}

extension MergeContacts.Field {
    fileprivate var label: String {
        switch self {
        case .name: "Name"
        case .title: "Title"
        case .email: "E-mail"
        case .phone: "Phone"
        case .country: "Country"
        case .city: "City"
        case .account: "Company"
        }
    }
}
