import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Files that were brought in: how far each is, carrying it out, taking it back.
struct ImportPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/imports") { _, visit in
            let imports = try await site.app.fetch(ImportList(), as: visit.actor)
            let people = try await site.app.fetch(PeopleList(), as: visit.actor)
            let time = try await site.time(for: visit.actor)
            return try site.page(ImportListView(imports, people, time, frame: site.frame("Imports", visit)))
        }
        routes.get("/imports/:id") { _, visit in
            let progress = try await progress(visit)
            let id = progress.record.id
            if progress.record.state == .draft { return Response.redirect(to: "/imports/\(id)/mapping") }
            let reasons = try await site.app.fetch(ImportRefusals(id: id), as: visit.actor)
            let people = try await site.app.fetch(PeopleList(), as: visit.actor)
            let time = try await site.time(for: visit.actor)
            let frame = site.frame(progress.record.file, visit)
            return try site.page(ImportPageView(progress, reasons, people, time, frame: frame))
        }
        routes.get("/imports/:id/refused.csv") { _, visit in
            try await RefusedFile(site.app, of: try visit.id(), as: visit.actor).response()
        }
        routes.post("/imports/:id/discard") { _, visit in
            try await site.importer.discard(try visit.id(), as: visit.actor)
            return Response.redirect(to: "/imports", flash: FlashView(message: "The file is forgotten."))
        }
        routes.get("/imports/:id/undo") { _, visit in
            let record = try await progress(visit).record
            return try site.page(ImportUndoView(record, frame: site.frame("Undo this import", visit)))
        }
        routes.post("/imports/:id/undo") { _, visit in
            let id: Import.ID = try visit.id()
            try await site.app.perform(SetImportState(id: id, state: .undoing), as: visit.actor)
            site.importRunner.call()
            return Response.redirect(to: "/imports/\(id)")
        }
    }

    private func progress(_ visit: Visit) async throws -> ImportProgress {
        try await site.app.fetch(ImportStatus(id: visit.id()), as: visit.actor)
    }
}
