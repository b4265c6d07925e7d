import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

extension LeadPages {
    /// What is known of a person of a lead, to be set right.
    func addContactEditing(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/contacts/:contact/edit") { _, visit in try await contactEdit(visit, refusal: nil) }
        routes.post("/leads/:id/contacts/:contact/edit") { _, visit in
            do {
                let lead: Lead.ID = try visit.id()
                let command = UpdateContact(try visit.id("contact"), typed: visit.form)
                let outcome = try await site.app.perform(command, as: visit.actor)
                let message = outcome.changed.isEmpty ? "Nothing was changed" : "Person saved"
                return Response.redirect(to: LeadAddress.page(lead), flash: FlashView(message: message))
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try await contactEdit(visit, refusal: refusal)
            }
        }
    }

    private func contactEdit(_ visit: Visit, refusal: Refusal?) async throws -> Response {
        let answer = try await site.app.fetch(LeadDetail(lead: visit.id()), as: visit.actor)
        let id: Contact.ID = try visit.id("contact")
        guard let person = answer.people.first(where: { $0.contact.id == id })?.contact else {
            throw Refusal.notFound("contact on this lead")
        }
        let form = FormView(editing: person, on: answer.lead.id, typed: refusal == nil ? nil : visit.form)
        let view = LeadActView(
            page: site.frame("Edit \(person.name)", visit),
            title: "Edit \(person.name)",
            lead: LinkView(label: answer.row.displayName, href: LeadAddress.page(answer.lead.id)),
            account: answer.row.account,
            status: Wording(answer).status(answer.lead.status),
            form: refusal.map(form.refused) ?? form
        )
        return try site.page(view, status: refusal == nil ? .ok : .unprocessableContent)
    }
}

extension FormView {
    /// - Parameter typed: what came back to be mended; nil shows what is known.
    fileprivate init(editing person: ContactRecord, on lead: Lead.ID, typed: SubmittedForm?) {
        func text(_ name: String, _ label: String, _ known: String?, type: String = "text") -> Field {
            .input(name, label, value: typed.map { $0[name] } ?? known ?? "", type: type, keyboard: type)
        }
        func tick(_ name: String, _ label: String, _ known: Bool) -> Field {
            .confirm(name, label, isTicked: typed.map { $0.text(name) != nil } ?? known)
        }
        self.init(
            id: "edit",
            action: LeadAddress.act(lead, "contacts/\(person.id)/edit"),
            fields: [
                .input("name", "Name", value: typed?["name"] ?? person.name, required: true, wide: true),
                text("title", "Job title", person.title), text("email", "E-mail", person.email, type: "email"),
                text("phone", "Phone", person.phone, type: "tel"), text("country", "Country", person.country),
                text("city", "City", person.city), tick("doNotCall", "Do not call", person.doNotCall),
                tick("doNotEmail", "Do not e-mail", person.doNotEmail),
            ],
            submit: "Save person",
            intro:
                "On every lead and deal that they are on. The timeline says that they were changed, never the values.",
            cancel: LeadAddress.page(lead)
        )
    }
}

extension UpdateContact {
    /// The form shows all that is known, so all of it is said.
    fileprivate init(_ contact: Contact.ID, typed: SubmittedForm) {
        self.init(contact: contact)
        fullName = typed["name"]
        title = typed["title"]
        email = typed["email"]
        phone = typed["phone"]
        country = typed["country"]
        city = typed["city"]
        doNotCall = typed.text("doNotCall") != nil
        doNotEmail = typed.text("doNotEmail") != nil
    }
}
