import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Two records of one person: found, joined, and taken apart again.
struct ContactMergeAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/contacts/:id/candidates") { request, visit in
            let query = QueryInput(request)
            let text = query.text("q")
            try query.check()
            let found = try await site.app.fetch(ContactCandidates(contact: visit.id(), text: text), as: visit.actor)
            return Response.json(["items": .list(found.map(Self.candidate))])
        }
        routes.post("/contacts/:id/merge") { request, visit in
            let input = Input(try await request.json())
            let command = MergeContacts(
                survivor: try visit.id(),
                merged: try input.required("merged", input.id("merged")),
                take: fields(input)
            )
            try input.check()
            return Self.json(try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey))
        }
        routes.post("/contacts/:id/unmerge") { request, visit in
            let input = Input(try await request.json())
            try input.check()
            let command = UndoContactMerge(merged: try visit.id())
            return Self.json(try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey))
        }
    }

    /// What the survivor takes.
    private func fields(_ input: Input) -> Set<MergeContacts.Field> {
        let known = MergeContacts.Field.allCases.map(\.rawValue).joined(separator: ", ")
        return (input.texts("take") ?? []).reduce(into: []) { fields, word in
            guard let field = MergeContacts.Field(rawValue: word) else {
                return input.note("take", "These can be taken: \(known).")
            }
            fields.insert(field)
        }
    }

    private static func candidate(_ candidate: ContactCandidate) -> JSONValue {
        [
            "id": .id(candidate.contact.id), "name": .text(candidate.contact.name),
            "title": .text(candidate.contact.title), "email": .text(candidate.contact.email),
            "phone": .text(candidate.contact.phone), "account": .text(candidate.account),
            "leads": .int(candidate.leads),
        ]
    }

    private static func json(_ outcome: MergeContacts.Outcome) -> Response {
        Response.json([
            "contact": .id(outcome.contact), "merged": .id(outcome.merged),
            "leads": .list(outcome.leads.map { .id($0) }),
        ])
    }
}
