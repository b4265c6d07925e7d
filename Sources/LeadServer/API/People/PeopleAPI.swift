import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// People with accounts.
struct PeopleAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/people") { request, visit in
            let people = try await site.app.fetch(PeopleList(), as: visit.actor)
            return Response.list(people.map { .person($0) }, next: nil, in: request)
        }
        routes.post("/people") { request, visit in try await create(request, visit) }
        routes.patch("/people/:id") { request, visit in
            let input = Input(try await request.json())
            var command = UpdateUser(user: try visit.id())
            command.name = input.text("name", most: 200)
            command.role = input.word("role")
            command.active = input.flag("active")
            command.awayUntil = input.time("awayUntil")
            command.successor = input.id("successor")
            command.byRules = input.flag("byRules")
            try input.check()
            try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
        routes.post("/people/:id/password-link") { request, visit in
            let link = Secret.random()
            try await site.app.perform(IssuePasswordLink(for: try visit.id(), link), as: visit.actor)
            return Response.json(["path": .text("/setup/\(link.text)")], status: .created)
        }
    }

    /// Answers the link with which the person sets a password; it is shown this once.
    private func create(_ request: Request, _ visit: Visit) async throws -> Response {
        let input = Input(try await request.json())
        let person = try NewPerson(
            name: try input.required("name", input.text("name", most: 200)),
            email: try input.required("email", input.text("email", most: 254)),
            role: try input.required("role", input.word("role"))
        )
        try input.check()
        let link = Secret.random()
        let user = try await site.app.perform(CreateUser(person, link: link), as: visit.actor).user
        return .created(["id": .id(user), "path": .text("/setup/\(link.text)")], at: "/v1/people/\(user)")
    }
}

extension JSONValue {
    fileprivate static func person(_ user: Colleague) -> JSONValue {
        [
            "id": .id(user.id), "name": .text(user.name), "email": .text(user.email), "role": .text(user.role.rawValue),
            "active": .bool(user.active), "awayUntil": .time(user.awayUntil),
        ]
    }
}
