import Foundation
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Writing templates, and seeing them filled with a real lead.
struct MailTemplatePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/mail/templates/new") { request, visit in
            let purpose =
                request.uri.queryParameters["purpose"].flatMap { MailPurpose(rawValue: String($0)) } ?? .answer
            return try site.page(try await page(nil, .proposal(purpose), visit))
        }
        routes.post("/settings/mail/templates") { _, visit in try await save(nil, visit) }
        routes.get("/settings/mail/templates/:id") { request, visit in
            let template = try await find(visit)
            var view = try await page(template, MailTemplateEntry(template), visit)
            let lead = request.uri.queryParameters["lead"].flatMap { Lead.ID(String($0)) }
            view.preview = try await preview(of: template, lead, visit)
            return try site.page(view)
        }
        routes.post("/settings/mail/templates/:id") { _, visit in try await save(try await find(visit), visit) }
        routes.post("/settings/mail/templates/:id/retirement") { _, visit in
            try await site.app.perform(RetireMailTemplate(template: try visit.id()), as: visit.actor)
            return Response.redirect(to: "/settings/mail", flash: FlashView(message: "The template is no longer used"))
        }
    }

    private func find(_ visit: Visit) async throws -> MailTemplate {
        let id: MailTemplate.ID = try visit.id()
        let all = try await site.app.fetch(MailTemplateList(), as: visit.actor).templates
        guard let row = all.first(where: { $0.template.id == id }) else { throw Refusal.notFound("template") }
        return row.template
    }

    private func page(
        _ template: MailTemplate?,
        _ entry: MailTemplateEntry,
        _ visit: Visit
    ) async throws -> MailTemplateView {
        let choices = try await site.app.fetch(Choices(), as: visit.actor)
        let files = try await site.app.fetch(MailTemplateList(), as: visit.actor).files
        let title = template?.name ?? "New template"
        return MailTemplateView(
            page: site.frame(title, visit),
            tabs: try site.tabs(.mail, visit),
            title: title,
            form: entry.form(template?.id, choices, files),
            retirement: template.map { "/settings/mail/templates/\($0.id)/retirement" },
            preview: nil
        )
    }

    private func preview(of template: MailTemplate, _ lead: Lead.ID?, _ visit: Visit) async throws -> MailPreviewView {
        let query = PreviewMail(try MailTemplateEntry(template).command(for: template.id), lead: lead)
        let answer = try await site.app.fetch(query, as: visit.actor)
        return MailPreviewView(
            with: answer.leadName,
            subject: answer.words.subject,
            text: answer.words.text,
            html: answer.words.html
        )
    }

    private func save(_ template: MailTemplate?, _ visit: Visit) async throws -> Response {
        let entry = MailTemplateEntry(visit.form)
        let view = try await page(template, entry, visit)
        return try await site.answer(view.form) { form in
            var refused = view
            refused.form = form
            return refused
        } by: {
            let saved = try await site.app.perform(entry.command(for: template?.id), as: visit.actor)
            let flash = FlashView(message: "Saved \(entry.name), version \(saved.version).")
            return Response.redirect(to: "/settings/mail/templates/\(saved.template)", flash: flash)
        }
    }
}

/// Files that templates carry come in through a door of their own.
struct MailFilePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/mail/files/new") { _, visit in try site.page(view(visit)) }
        routes.post("/settings/mail/files") { _, visit in
            do {
                guard let file = visit.form.file("file"), (1...AddMailFile.mostBytes).contains(file.size) else {
                    throw Refusal.invalid("/file", "Choose a file of at most 5 MB that is not empty.")
                }
                let bytes = try await offPool { Array(try Data(contentsOf: file.url)) }
                let command = AddMailFile(name: file.name, mediaType: MediaTypes.guess(file.name), bytes: bytes)
                try await site.app.perform(command, as: visit.actor)
                return Response.redirect(
                    to: "/settings/mail/templates/new",
                    flash: FlashView(message: "\(file.name) can be chosen in templates now")
                )
            } catch let refusal as Refusal where refusal.kind == .invalid {
                var view = try view(visit)
                view.errors = FormErrors(refusal)
                return try site.page(view, status: .unprocessableContent)
            }
        }
    }

    private func view(_ visit: Visit) throws -> MailFileView {
        MailFileView(page: site.frame("Bring in a file", visit), tabs: try site.tabs(.mail, visit))
    }
}

/// What a file is, by the end of its name.
enum MediaTypes {
    private static let known = [
        "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "txt": "text/plain",
        "csv": "text/csv", "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]

    static func guess(_ name: String) -> String {
        known[name.split(separator: ".").last?.lowercased() ?? ""] ?? "application/octet-stream"
    }
}
