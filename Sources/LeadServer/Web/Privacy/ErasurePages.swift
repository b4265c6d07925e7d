import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// Giving a person all that is held on them, and erasing it; for administrators, from a lead that the person is on.
struct ErasurePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/contacts/:contact/export") { _, visit in
            let file = try await site.app.fetch(PersonExport(contact: visit.id("contact")), as: visit.actor)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/json", .contentDisposition: "attachment; filename=\"person.json\"",
                    .cacheControl: "no-store",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSONValue.file(file).bytes))
            )
        }
        routes.get("/leads/:id/contacts/:contact/erasure") { _, visit in try await page(visit, refusal: nil) }
        routes.post("/leads/:id/contacts/:contact/erasure") { _, visit in
            do {
                let command = ErasePerson(
                    contact: try visit.id("contact"),
                    confirmation: visit.form["confirmation"]
                )
                let outcome = try await site.app.perform(command, as: visit.actor)
                return Response.redirect(
                    to: LeadAddress.page(try visit.id()),
                    flash: FlashView(message: Self.words(outcome))
                )
            } catch let refusal as Refusal where refusal.belongsOnForm {
                return try await page(visit, refusal: refusal)
            }
        }
    }

    private static func words(_ outcome: ErasePerson.Outcome) -> String {
        outcome.imports.isEmpty
            ? "Erased for good"
            : "Erased for good. They also came with \(CountWords.counted(outcome.imports.count, "import", "imports")): delete the files."
    }

    private func page(_ visit: Visit, refusal: Refusal?) async throws -> Response {
        try visit.actor.require(ErasePerson.permission)
        let answer = try await site.app.fetch(LeadDetail(lead: visit.id()), as: visit.actor)
        let contact: Contact.ID = try visit.id("contact")
        guard let person = answer.people.first(where: { $0.contact.id == contact }) else {
            throw Refusal.notFound("contact on this lead")
        }
        let form = form(person.contact, answer, typed: visit.form)
        let view = ErasureView(
            page: site.frame("Erase \(person.contact.name)", visit),
            title: "Erase \(person.contact.name)",
            lead: LinkView(label: answer.row.displayName, href: LeadAddress.page(answer.lead.id)),
            export: LeadAddress.act(answer.lead.id, "contacts/\(contact)/export"),
            form: refusal.map(form.refused) ?? form
        )
        return try site.page(view, status: refusal == nil ? .ok : .unprocessableContent)
    }

    private func form(_ person: ContactRecord, _ answer: LeadDetail.Answer, typed: SubmittedForm) -> FormView {
        FormView(
            id: "erasure",
            action: LeadAddress.act(answer.lead.id, "contacts/\(person.id)/erasure"),
            fields: [
                .input(
                    "confirmation",
                    "Type the name to confirm",
                    value: typed["confirmation"],
                    hint: person.name,
                    required: true,
                    wide: true
                )
            ],
            submit: "Erase for good",
            submitTone: "danger",
            cancel: LeadAddress.page(answer.lead.id)
        )
    }
}

/// What goes, what stays, the file to take before, and the form.
struct ErasureView: Page {
    static let template = "leads/erasure"
    var page: PageFrame
    var title: String
    var lead: LinkView
    /// Where everything that is held on the person can be loaded.
    var export: String
    var form: FormView
}
