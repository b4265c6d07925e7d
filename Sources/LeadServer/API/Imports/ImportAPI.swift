import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Bringing in files: `POST /v1/imports` keeps one as a draft, which can be tried, started, taken back or forgotten.
struct ImportAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/imports") { request, visit in
            let imports = try await site.app.fetch(ImportList(), as: visit.actor)
            return Response.list(imports.map { .progress($0) }, next: nil, in: request)
        }
        routes.post("/imports") { request, visit in try await keep(request, visit) }
        routes.get("/imports/:id") { _, visit in try await progress(visit) }
        routes.delete("/imports/:id") { _, visit in
            try await site.importer.discard(try visit.id(), as: visit.actor)
            return Response.done
        }
        routes.post("/imports/:id/dry-run") { _, visit in
            Response.json(.dryRun(try await site.importer.dryRun(try visit.id(), as: visit.actor)))
        }
        routes.post("/imports/:id/start") { _, visit in
            try await site.importer.start(try visit.id(), as: visit.actor)
            site.importRunner.call()
            return try await progress(visit, status: .accepted)
        }
        routes.post("/imports/:id/undo") { _, visit in
            try await site.app.perform(SetImportState(id: try visit.id(), state: .undoing), as: visit.actor)
            site.importRunner.call()
            return try await progress(visit, status: .accepted)
        }
        routes.get("/imports/:id/refused.csv") { _, visit in
            try await RefusedFile(site.app, of: try visit.id(), as: visit.actor).response()
        }
    }

    private func progress(_ visit: Visit, status: HTTPResponse.Status = .ok) async throws -> Response {
        .json(.progress(try await site.app.fetch(ImportStatus(id: try visit.id()), as: visit.actor)), status: status)
    }

    /// The file is the body; `mapping` names a saved mapping, without which the columns' names are recognised.
    private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        try actor.require(.importData)
        let query = QueryInput(request)
        let name = query.text("name") ?? "import.csv"
        let mapping = query.text("mapping")
        try query.check()
        let file = try await TemporaryFile.receive(request.body)
        defer { file.remove() }
        let draft = try await site.importer.keep(
            file.path,
            name: name,
            mapping: try await self.mapping(named: mapping, actor),
            as: actor
        )
        return .created(.progress(ImportProgress(draft)), at: "/v1/imports/\(draft.id)")
    }

    private func mapping(named name: String?, _ actor: Actor) async throws -> ImportMapping {
        guard let name else { return ImportMapping() }
        let saved = try await site.app.fetch(SavedMappings(), as: actor)
        guard let entry = saved.first(where: { $0.mapping.name == name }) else {
            throw BadQuery(issues: [.init("?mapping", "There is no saved mapping called \(name).")])
        }
        return entry.mapping
    }
}

extension JSONValue {
    fileprivate static func progress(_ progress: ImportProgress) -> JSONValue {
        let record = progress.record
        return [
            "id": .id(record.id), "name": .text(record.name), "kind": .text(record.kind), "file": .text(record.file),
            "state": .text(record.state.rawValue), "createdAt": .time(record.createdAt),
            "finishedAt": .time(record.finishedAt), "rowsTotal": .int(record.rowsTotal),
            "rowsDone": .int(record.rowsDone), "outcomes": .outcomes(record.tally), "error": .text(record.error),
        ]
    }

    fileprivate static func dryRun(_ run: DryRun) -> JSONValue {
        let reasons = run.reasons.map { reason -> JSONValue in
            let rows = reason.examples.map { JSONValue.int($0.number) }
            return [
                "code": .text(reason.code), "detail": .text(reason.sentence), "rows": .int(reason.rows),
                "examples": .array(rows),
            ]
        }
        return [
            "rowsTotal": .int(run.rowsTotal), "rowsTried": .int(run.rowsTried), "outcomes": .outcomes(run.tally),
            "reasons": .array(reasons),
        ]
    }

    private static func outcomes(_ tally: ImportTally) -> JSONValue {
        .object(RowOutcome.allCases.map { .init(name: $0.rawValue, value: .int(tally[$0])) })
    }
}
