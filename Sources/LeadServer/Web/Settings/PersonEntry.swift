import LeadApp
import LeadCore
import LeadStore

/// What stands in the form of a person, as text: from the record, or as somebody typed it.
struct PersonEntry {
    var name = ""
    var email = ""
    var role = Role.insideSales.rawValue
    /// A day, `2026-11-30`; empty when present.
    var awayUntil = ""
    var isActive = true
    var successor = ""

    init() {}

    init(_ person: Colleague, _ time: TimeWords) {
        name = person.name
        email = person.email ?? ""
        role = person.role.rawValue
        isActive = person.active
        awayUntil = person.awayUntil.map { $0 > time.now ? String(time.field($0).prefix(10)) : "" } ?? ""
    }

    init(_ form: SubmittedForm) {
        name = form["name"]
        email = form["email"]
        role = form["role"]
        awayUntil = form["awayUntil"]
        isActive = form["active"] != "no"
        successor = form["successor"]
    }

    var chosenRole: Role {
        get throws(Refusal) {
            guard let role = Role(rawValue: role) else { throw .invalid("/role", "Choose a role.") }
            return role
        }
    }

    /// The change of a person that this asks for; an empty day means that they are back.
    func update(_ user: User.ID, in zone: ZoneRules) throws(Refusal) -> UpdateUser {
        var update = UpdateUser(user: user)
        update.name = name
        update.role = try chosenRole
        update.active = isActive
        update.successor = User.ID(successor)
        update.awayUntil = Instant(milliseconds: 0)
        if !awayUntil.isEmpty {
            guard let day = TimeField.moment("\(awayUntil)T00:00", in: zone) else {
                throw .invalid("/awayUntil", "This is no day.")
            }
            update.awayUntil = day
        }
        return update
    }
}

extension FormView {
    static func newPerson(_ entry: PersonEntry) -> FormView {
        FormView(
            id: "person",
            action: "/settings/people",
            fields: [
                .input("name", "Name", value: entry.name, required: true, autocomplete: "off"),
                .input("email", "E-mail", value: entry.email, type: "email", required: true, keyboard: "email"),
                .role(entry.role),
            ],
            submit: "Add",
            intro: "You get a link to pass on, with which they set their password.",
            cancel: "/settings/people"
        )
    }

    /// Changes somebody; who leaves names a successor for what they hold.
    static func person(_ entry: PersonEntry, of person: Colleague, among people: [Colleague]) -> FormView {
        let others = people.filter { $0.active && $0.id != person.id }
        let away = "The day on which they are back. Pools pass over people who are away."
        let successors = "Takes over leads, deals and duties of somebody who is switched off."
        return FormView(
            id: "person",
            action: "/settings/people/\(person.id)",
            fields: [
                .input("name", "Name", value: entry.name, hint: person.email, required: true),
                .role(entry.role),
                .input("awayUntil", "Away until", value: entry.awayUntil, type: "date", hint: away),
                .choice(
                    "active",
                    "Account",
                    options: [
                        Option(value: "yes", label: "Active", chosen: entry.isActive),
                        Option(value: "no", label: "Switched off", chosen: !entry.isActive),
                    ]
                ),
                .select(
                    "successor",
                    "Successor",
                    options: [.blank("Nobody")] + others.map { $0.option(chosen: entry.successor) },
                    hint: successors,
                    wide: true
                ),
            ],
            submit: "Save",
            cancel: "/settings/people"
        )
    }
}

extension Field {
    fileprivate static func role(_ chosen: String) -> Field {
        let roles = Role.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == chosen) }
        return .select("role", "Role", options: roles, required: true)
    }
}

extension Colleague {
    /// The person as a choice: "Mara Lindqvist · Inside sales".
    func option(chosen: String) -> Option {
        Option(value: "\(id)", label: "\(name) · \(role.label)", chosen: "\(id)" == chosen)
    }
}
