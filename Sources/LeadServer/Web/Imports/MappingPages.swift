import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// A file before its import begins: what its columns mean, and what would become of its rows.
struct MappingPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/imports/:id/mapping") { _, visit in
            let record = try await draft(visit)
            return try site.page(try await view(record, visit))
        }
        routes.post("/imports/:id/mapping") { _, visit in try await change(try await draft(visit), visit) }
        routes.get("/imports/:id/dry-run") { _, visit in
            let id: Import.ID = try visit.id()
            return Response.redirect(to: "/imports/\(id)/mapping")
        }
        routes.post("/imports/:id/dry-run") { _, visit in try await change(try await draft(visit), visit) }
        routes.post("/imports/:id/start") { _, visit in
            let id: Import.ID = try visit.id()
            try await site.importer.start(id, as: visit.actor)
            site.importRunner.call()
            return Response.redirect(to: "/imports/\(id)")
        }
    }

    /// What an import that has begun was read by cannot be changed: it shows itself instead.
    private func draft(_ visit: Visit) async throws -> ImportRecord {
        let record = try await site.app.fetch(ImportStatus(id: visit.id()), as: visit.actor).record
        guard record.state == .draft else {
            throw Refusal(.conflict, "import_started", "This import has begun; how it is read cannot change any more.")
        }
        return record
    }

    private func view(
        _ record: ImportRecord,
        _ visit: Visit,
        refusal: Refusal? = nil
    ) async throws -> ImportMappingView {
        ImportMappingView(
            record,
            try await site.importer.preview(record.id, as: visit.actor),
            saved: try await site.app.fetch(SavedMappings(), as: visit.actor),
            choices: try await site.app.fetch(Choices(), as: visit.actor),
            refusal: refusal,
            frame: site.frame("What the columns mean", visit)
        )
    }

    private func change(_ record: ImportRecord, _ visit: Visit) async throws -> Response {
        do {
            return try await act(MappingEntry(visit.form, record), record, visit)
        } catch let refusal as Refusal where refusal.belongsOnForm {
            let record = try await draft(visit)
            return try site.page(try await view(record, visit, refusal: refusal), status: .unprocessableContent)
        }
    }

    private func act(_ entry: MappingEntry, _ record: ImportRecord, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        switch visit.form["do"] {
        case "load":
            try await load(visit.form["saved"], record, actor)
        case "save":
            _ = try await site.importer.remap(record.id, try entry.mapping(), as: actor)
            try await site.app.perform(SaveMapping(mapping: try entry.mapping(named: visit.form["saveAs"])), as: actor)
            let flash = FlashView(message: "Saved the mapping \(visit.form["saveAs"]).")
            return Response.redirect(to: "/imports/\(record.id)/mapping", flash: flash)
        case "forget":
            try await forget(visit.form["saved"], actor)
            let flash = FlashView(message: "The saved mapping is forgotten.")
            return Response.redirect(to: "/imports/\(record.id)/mapping", flash: flash)
        case "check":
            let record = try await site.importer.remap(record.id, try entry.mapping(), as: actor)
            let preview = try await site.importer.preview(record.id, as: actor)
            if let problem = preview.problem { throw problem }
            let trial = try await site.importer.dryRun(record.id, as: actor)
            return try site.page(ImportDryRunView(record, preview, trial, frame: site.frame("Dry run", visit)))
        default:
            _ = try await site.importer.remap(record.id, try entry.mapping(), as: actor)
        }
        return Response.redirect(to: "/imports/\(record.id)/mapping")
    }

    /// Lays a saved mapping over the file; what it says about columns that this file does not have is left out.
    private func load(_ id: String, _ record: ImportRecord, _ actor: Actor) async throws {
        let saved = try await site.app.fetch(SavedMappings(), as: actor)
        guard var mapping = saved.first(where: { "\($0.id)" == id })?.mapping else {
            throw Refusal.invalid("/saved", "Choose a saved mapping.")
        }
        let header = Set(try await site.importer.remap(record.id, mapping, as: actor).header)
        mapping.columns = mapping.columns.filter { header.contains($0.key) }
        _ = try await site.importer.remap(record.id, mapping, as: actor)
    }

    private func forget(_ id: String, _ actor: Actor) async throws {
        guard let mapping = SavedMapping.ID(id) else { throw Refusal.invalid("/saved", "Choose a saved mapping.") }
        try await site.app.perform(DeleteMapping(id: mapping), as: actor)
    }
}
