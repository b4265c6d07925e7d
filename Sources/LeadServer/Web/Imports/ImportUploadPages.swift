import Foundation
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Choosing a file: the only page that takes one, and for that behind a door of its own.
struct ImportUploadPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/imports/new") { _, visit in try site.page(try await upload(visit)) }
        routes.post("/imports") { _, visit in try await receive(visit) }
    }

    private func upload(
        _ visit: Visit,
        chosen: String = "",
        errors: FormErrors? = nil
    ) async throws -> ImportUploadView {
        let saved = try await site.app.fetch(SavedMappings(), as: visit.actor)
        return ImportUploadView(saved, chosen: chosen, errors: errors, frame: site.frame("Import a file", visit))
    }

    private func receive(_ visit: Visit) async throws -> Response {
        do {
            guard let file = visit.form.file("file"), file.size > 0 else {
                throw Refusal.invalid("/file", "Choose a file that is not empty.")
            }
            let saved = try await site.app.fetch(SavedMappings(), as: visit.actor)
            let mapping = saved.first { "\($0.id)" == visit.form["mapping"] }?.mapping ?? ImportMapping()
            let draft = try await site.importer.keep(file.url.path, name: file.name, mapping: mapping, as: visit.actor)
            return Response.redirect(to: "/imports/\(draft.id)/mapping")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let view = try await upload(visit, chosen: visit.form["mapping"], errors: FormErrors(refusal))
            return try site.page(view, status: .unprocessableContent)
        }
    }
}
