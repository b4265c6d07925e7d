package import LeadCore

extension Snapshot {
    /// What people can take; those without an entry take everything.
    package func traits() throws -> [User.ID: Traits] {
        var traits: [User.ID: Traits] = [:]
        try each("SELECT user_id, kind, value FROM member_traits ORDER BY user_id, kind, value") { row in
            let user: User.ID = try row.next()
            let kind: String = try row.next()
            let value: String = try row.next()
            switch kind {
            case "skill": if let skill = ProductClass.ID(value) { traits[user, default: Traits()].skills.append(skill) }
            case "language": traits[user, default: Traits()].languages.append(value)
            default: traits[user, default: Traits()].territories.append(value)
            }
        }
        return traits
    }

    /// Whether anybody's skills, languages or territories are limited at all.
    package func hasTraits() throws -> Bool {
        try value("SELECT 1 FROM member_traits LIMIT 1") as Int? != nil
    }

    func traits(inPool pool: Pool.ID) throws -> [User.ID: Traits] {
        try hasTraits() ? traits() : [:]
    }
}

extension Transaction {
    package func set(_ traits: Traits, of user: User.ID) throws {
        try run("DELETE FROM member_traits WHERE user_id = \(user)")
        let rows =
            traits.skills.map { ("skill", $0.description) } + traits.languages.map { ("language", $0) }
            + traits.territories.map { ("territory", $0) }
        for (kind, value) in rows {
            try run(
                """
                INSERT INTO member_traits (user_id, kind, value) VALUES (\(user), \(kind), \(value)) ON CONFLICT DO NOTHING
                """
            )
        }
    }
}
