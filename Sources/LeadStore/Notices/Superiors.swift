package import LeadCore

extension Snapshot {
    /// Whom to tell about what somebody holds: their manager, else all managers, else the administrators; never themselves
    /// while there is anybody else.
    package func managers(of user: User.ID?) throws -> [User.ID] {
        let own: User.ID? = try user.flatMap { user in
            try value(
                """
                SELECT boss.id FROM users JOIN users AS boss ON boss.id = users.manager_id
                WHERE users.id = \(user) AND boss.active
                """
            )
        }
        if let own { return [own] }
        for role in [Role.manager, .administrator] {
            let all = try active(role).filter { $0 != user }
            if !all.isEmpty { return all }
        }
        return user.map { [$0] } ?? []
    }

    /// Everybody of a role who has an account that works.
    package func active(_ role: Role) throws -> [User.ID] {
        try all("SELECT id FROM users WHERE role = \(role) AND active ORDER BY id") { row in try row.next() }
    }

    package func manager(of user: User.ID) throws -> User.ID? {
        try value("SELECT manager_id FROM users WHERE id = \(user)")
    }

    /// Who is whose manager.
    package func managers() throws -> [User.ID: User.ID] {
        var managers: [User.ID: User.ID] = [:]
        try each("SELECT id, manager_id FROM users WHERE manager_id IS NOT NULL") { row in
            managers[try row.next()] = try row.next()
        }
        return managers
    }

    package func dutyHolder(of pool: Pool.ID) throws -> User.ID? {
        try value("SELECT duty_holder FROM pools WHERE id = \(pool)")
    }

    /// The pools that somebody gets leads from, the oldest first.
    package func memberships(of user: User.ID) throws -> [Pool.ID] {
        try all("SELECT pool_id FROM pool_members WHERE user_id = \(user) ORDER BY pool_id") { row in try row.next() }
    }
}

extension Transaction {
    package func setManager(_ manager: User.ID?, of user: User.ID) throws {
        try run("UPDATE users SET manager_id = \(manager) WHERE id = \(user)")
    }
}
