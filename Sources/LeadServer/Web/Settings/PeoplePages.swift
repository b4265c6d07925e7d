import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct PeoplePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/people") { _, visit in
            let tabs = try site.tabs(.people, visit)
            let people = try await site.app.fetch(PeopleList(), as: visit.actor)
            let time = try await site.time(for: visit.actor)
            let frame = site.frame("People", visit)
            return try site.page(PeopleView(people, you: try visit.user.id, time, tabs: tabs, frame: frame))
        }
        routes.get("/settings/people/new") { _, visit in
            try site.page(site.settingsForm(.people, "Add a person", .newPerson(PersonEntry()), visit))
        }
        routes.post("/settings/people") { request, visit in try await add(request, visit) }
        routes.get("/settings/people/:id") { _, visit in
            let (person, people, time) = try await find(visit)
            return try site.page(page(person, .person(PersonEntry(person, time), of: person, among: people), visit))
        }
        routes.post("/settings/people/:id") { _, visit in try await change(visit) }
        routes.post("/settings/people/:id/password-link") { request, visit in
            let (person, _, _) = try await find(visit)
            let link = Secret.random()
            try await site.app.perform(IssuePasswordLink(for: person.id, link), as: visit.actor)
            return try show(link, for: person.name, request, visit)
        }
    }

    private func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let entry = PersonEntry(visit.form)
        return try await site.answer(.newPerson(entry)) { form in
            try site.settingsForm(.people, "Add a person", form, visit)
        } by: {
            let link = Secret.random()
            let person = try NewPerson(name: entry.name, email: entry.email, role: entry.chosenRole)
            try await site.app.perform(CreateUser(person, link: link), as: visit.actor)
            return try show(link, for: person.name, request, visit)
        }
    }

    private func change(_ visit: Visit) async throws -> Response {
        let (person, people, time) = try await find(visit)
        let entry = PersonEntry(visit.form)
        return try await site.answer(.person(entry, of: person, among: people)) { form in
            try page(person, form, visit)
        } by: {
            try await site.app.perform(entry.update(person.id, in: time.zone), as: visit.actor)
            return Response.redirect(to: "/settings/people", flash: FlashView(message: "Saved \(entry.name)."))
        }
    }

    private func find(_ visit: Visit) async throws -> (person: Colleague, people: [Colleague], time: TimeWords) {
        let id: User.ID = try visit.id()
        try visit.actor.require(.administer)
        let people = try await site.app.fetch(PeopleList(), as: visit.actor)
        guard let person = people.first(where: { $0.id == id }) else { throw Refusal.notFound("person") }
        return (person, people, try await site.time(for: visit.actor))
    }

    private func page(_ person: Colleague, _ form: FormView, _ visit: Visit) throws -> SettingsFormView {
        let link = SettingsAct(
            label: "Make a password link",
            action: "/settings/people/\(person.id)/password-link",
            sentence: "When somebody has no password yet, or has lost it: a link that sets a new one, once."
        )
        return try site.settingsForm(.people, person.name, form, acts: person.active ? [link] : [], visit)
    }

    private func show(_ link: Secret, for name: String, _ request: Request, _ visit: Visit) throws -> Response {
        let view = SecretView(
            page: site.frame("Password link", visit),
            tabs: try site.tabs(.people, visit),
            title: "Link for \(name)",
            sentence: "With this link \(name) sets a password and is signed in. It works once, for three days.",
            label: "Link",
            secret: site.address("/setup/\(link.text)", request),
            back: LinkView(label: "All people", href: "/settings/people")
        )
        return try site.page(view)
    }
}
