import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct ServiceLevelPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/service-levels") { _, visit in try site.page(try await view(visit)) }
        routes.post("/settings/service-levels/unreachable") { _, visit in
            let view = try await view(visit)
            return try await site.answer(view.unreachable) { form in
                var refused = view
                refused.unreachable = form
                return refused
            } by: {
                try await site.app.perform(SetUnreachableRule(rule: UnreachableRule(visit.form)), as: visit.actor)
                return saved("The evidence for unreachable")
            }
        }
        routes.post("/settings/service-levels/managers") { _, visit in try await saveManagers(visit) }
        routes.post("/settings/service-levels/:kind") { _, visit in try await saveLevel(visit) }
    }

    private func saveLevel(_ visit: Visit) async throws -> Response {
        guard let kind = visit.parameters.get("kind").flatMap({ ClockKind(rawValue: $0) }) else {
            throw Refusal.notFound("clock")
        }
        let entry = ServiceLevelEntry(visit.form)
        do {
            try await site.app.perform(SetServiceLevel(kind: kind, level: entry.service()), as: visit.actor)
            return saved(kind.label)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            var view = try await view(visit)
            var form = ServiceLevelForm(kind, entry)
            form.errors = FormErrors(message: ([refusal.sentence] + refusal.issues.map(\.message)).joinedOnce)
            for index in view.clocks.indices where view.clocks[index].id == form.id { view.clocks[index] = form }
            return try site.page(view, status: .unprocessableContent)
        }
    }

    private func saveManagers(_ visit: Visit) async throws -> Response {
        let teams = try await site.app.fetch(ManagerList(), as: visit.actor)
        let changes = teams.people.compactMap { person in
            visit.form.all("manager-\(person.id)").first.map { SetManager(person: person.id, manager: User.ID($0)) }
        }
        try await site.app.perform(SetManagers(changes), as: visit.actor)
        return saved("Who is told")
    }

    private func saved(_ what: String) -> Response {
        .redirect(to: "/settings/service-levels", flash: FlashView(message: "Saved: \(what)."))
    }

    private func view(_ visit: Visit) async throws -> ServiceLevelsView {
        let tabs = try site.tabs(.serviceLevels, visit)
        let policy = try await site.app.fetch(Choices(), as: visit.actor).policy
        let teams = try await site.app.fetch(ManagerList(), as: visit.actor)
        return ServiceLevelsView(
            page: site.frame("Service levels", visit),
            tabs: tabs,
            clocks: ClockKind.allCases.filter { $0 != .wakeUp }.map { kind in
                ServiceLevelForm(kind, ServiceLevelEntry(policy.serviceLevels[kind]))
            },
            unreachable: .unreachable(policy, typed: visit.form),
            managers: .managers(teams)
        )
    }
}

extension [String] {
    /// One text of them all; what is said twice is said once.
    fileprivate var joinedOnce: String {
        reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " ")
    }
}
