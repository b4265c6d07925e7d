import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What was done to the workspace, or refused; for administrators.
struct AuditAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/audit") { request, visit in
            let query = QueryInput(request)
            let person: User.ID? = query.id("person")
            let cursor = query.integer("cursor", in: 1...Int.max)
            try query.check()
            let answer = try await site.app.fetch(AuditList(of: person, before: cursor), as: visit.actor)
            let next = answer.next.map { "\($0)" }
            return Response.list(answer.lines.map { .auditLine($0) }, next: next, in: request)
        }
    }
}

extension JSONValue {
    fileprivate static func auditLine(_ line: AuditLine) -> JSONValue {
        [
            "number": .int(line.number), "at": .time(line.at), "actor": .id(line.actor),
            "actorName": .text(line.actorName), "command": .text(line.command), "subject": .text(line.subject),
            "refused": .text(line.refused),
        ]
    }
}
