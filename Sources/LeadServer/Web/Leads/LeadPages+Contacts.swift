import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

extension LeadPages {
    /// A person of a lead who works for another company.
    func addContactMoves(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/contacts/:contact/account") { request, visit in
            let company = request.uri.queryParameters["company"].map(String.init)
            return try await contactMove(visit, company: company, refusal: nil)
        }
        routes.post("/leads/:id/contacts/:contact/account") { _, visit in
            do {
                let command = MoveContact(
                    contact: try visit.id("contact"),
                    company: visit.form["company"],
                    withLeads: visit.form.text("withLeads") != nil
                )
                try await site.app.perform(command, as: visit.actor)
                return Response.redirect(
                    to: LeadAddress.page(try visit.id()),
                    flash: FlashView(message: "Moved to \(command.company)")
                )
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try await contactMove(visit, refusal: refusal)
            }
        }
    }

    private func contactMove(_ visit: Visit, company: String? = nil, refusal: Refusal?) async throws -> Response {
        let answer = try await site.app.fetch(LeadDetail(lead: visit.id()), as: visit.actor)
        let contact: Contact.ID = try visit.id("contact")
        guard let person = answer.people.first(where: { $0.contact.id == contact }) else {
            throw Refusal.notFound("contact on this lead")
        }
        let form = moveForm(person, answer, company: company, typed: visit.form, isFirst: refusal == nil)
        let view = LeadActView(
            page: site.frame("Other company · \(person.contact.name)", visit),
            title: "\(person.contact.name) works for another company",
            lead: LinkView(label: answer.row.displayName, href: LeadAddress.page(answer.lead.id)),
            account: answer.row.account,
            status: Wording(answer).status(answer.lead.status),
            form: refusal.map(form.refused) ?? form
        )
        return try site.page(view, status: refusal == nil ? .ok : .unprocessableContent)
    }

    private func moveForm(
        _ person: LeadPerson,
        _ answer: LeadDetail.Answer,
        company: String?,
        typed: SubmittedForm,
        isFirst: Bool
    ) -> FormView {
        FormView(
            id: "account",
            action: LeadAddress.act(answer.lead.id, "contacts/\(person.contact.id)/account"),
            fields: [
                .input("company", "Company", value: company ?? typed["company"], required: true, wide: true),
                .confirm(
                    "withLeads",
                    "Open leads on which they are the only person go along",
                    isTicked: isFirst ? answer.people.count == 1 : typed.text("withLeads") != nil
                ),
            ],
            submit: "Move",
            intro: "A company that we know by this name is found; otherwise it is made. Responses stay as they are.",
            cancel: LeadAddress.page(answer.lead.id)
        )
    }
}
