import Hummingbird
import LeadApp
import LeadStore

/// How far imports are.
///
/// They are begun on the page or the command line, where a mapping can be looked at first.
struct ImportAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/imports") { request, visit in
            let imports = try await site.app.fetch(ImportList(), as: visit.actor)
            return Response.list(imports.map { .progress($0) }, next: nil, in: request)
        }
        routes.get("/imports/:id") { _, visit in
            Response.json(.progress(try await site.app.fetch(ImportStatus(id: try visit.id()), as: visit.actor)))
        }
    }
}

extension JSONValue {
    fileprivate static func progress(_ progress: ImportProgress) -> JSONValue {
        let record = progress.record
        return [
            "id": .id(record.id), "name": .text(record.name), "kind": .text(record.kind), "file": .text(record.file),
            "state": .text(record.state.rawValue), "createdAt": .time(record.createdAt),
            "finishedAt": .time(record.finishedAt), "rowsTotal": .int(record.rowsTotal),
            "rowsDone": .int(record.rowsDone),
            "error": .text(record.error),
        ]
    }
}
