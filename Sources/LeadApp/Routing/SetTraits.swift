package import LeadCore
package import LeadStore

/// Says what somebody can take: product classes, languages and territories; an empty list of a kind takes everything of it.
package struct SetTraits: Command {
    package typealias Outcome = Done
    package static let name = "set_traits"
    package static let permission = Permission.administer

    package var person: User.ID
    package var traits: Traits

    package init(person: User.ID, traits: Traits) {
        self.person = person
        self.traits = traits
    }

    package var subject: String? { "person:\(person)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard try tx.read.user(person) != nil else { throw Refusal.notFound("person") }
        let known = Set(try tx.read.productClasses().map(\.id))
        for (index, skill) in traits.skills.enumerated() where !known.contains(skill) {
            throw Refusal.invalid("/skills/\(index)", "There is no such product class.")
        }
        for (index, language) in traits.languages.enumerated() where language.trimmed == nil || language.count > 40 {
            throw Refusal.invalid("/languages/\(index)", "A language has 1 to 40 characters.")
        }
        for (index, territory) in traits.territories.enumerated() where Territory(territory) == nil {
            throw Refusal.invalid(
                "/territories/\(index)",
                "A territory is a country, a region as DE/Bayern, or a postal area as DE:80."
            )
        }
        guard traits.skills.count + traits.languages.count + traits.territories.count <= 500 else {
            throw Refusal.invalid("", "At most 500 skills, languages and territories together.")
        }
        try tx.set(traits, of: person)
        return Done()
    }
}

/// What everybody can take.
package struct TraitList: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [User.ID: Traits] {
        try snapshot.traits()
    }
}
