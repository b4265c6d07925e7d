package import LeadCore

extension Snapshot {
    /// A pool with its members in order, each with whether they are there now.
    package func pool(_ id: Pool.ID, at now: Instant) throws -> Pool? {
        let members = try all(
            """
            SELECT users.id, users.active AND (users.away_until IS NULL OR users.away_until <= \(now))
              AND NOT EXISTS (SELECT 1 FROM absences WHERE absences.user_id = users.id AND from_at <= \(now) AND until_at > \(now))
            FROM pool_members JOIN users ON users.id = pool_members.user_id
            WHERE pool_id = \(id) ORDER BY position
            """
        ) { row in Pool.Member(user: try row.next(), available: try row.next()) }
        return try first("SELECT id, strategy, duty_holder, turn FROM pools WHERE id = \(id)") { row in
            Pool(
                id: try row.next(),
                strategy: try row.next(),
                dutyHolder: try row.next(),
                members: members,
                turn: try row.next()
            )
        }
    }

    package func pools() throws -> [Named<Pool>] {
        try all("SELECT id, name FROM pools ORDER BY LOWER(name)") { row in
            Named(id: try row.next(), name: try row.next())
        }
    }

    package func dutyHolders() throws -> [(Pool.ID, User.ID)] {
        try all("SELECT id, duty_holder FROM pools") { row in (try row.next(), try row.next()) }
    }

    package func pools(of user: User.ID) throws -> [Pool.ID] {
        try all(
            """
            SELECT pool_id FROM pool_members WHERE user_id = \(user)
            UNION SELECT id FROM pools WHERE duty_holder = \(user)
            """
        ) { row in try row.next() }
    }

    package func setting(_ name: String) throws -> String? {
        try value("SELECT value FROM settings WHERE name = \(name)")
    }
}

extension Transaction {
    package func insert(_ pool: Pool, name: String) throws {
        try run(
            """
            INSERT INTO pools (id, name, strategy, duty_holder, turn)
            VALUES (\(pool.id), \(name), \(pool.strategy), \(pool.dutyHolder), \(pool.turn))
            """
        )
        try setMembers(pool.members.map(\.user), of: pool.id)
    }

    package func update(_ pool: Pool.ID, name: String, strategy: Pool.Strategy, dutyHolder: User.ID) throws {
        try run(
            """
            UPDATE pools SET name = \(name), strategy = \(strategy), duty_holder = \(dutyHolder) WHERE id = \(pool)
            """
        )
    }

    package func setMembers(_ members: [User.ID], of pool: Pool.ID) throws {
        try run("DELETE FROM pool_members WHERE pool_id = \(pool)")
        for (position, user) in members.enumerated() {
            try run("INSERT INTO pool_members (pool_id, user_id, position) VALUES (\(pool), \(user), \(position))")
        }
        try rosterChanged()
    }

    package func setTurn(_ turn: Int, of pool: Pool.ID) throws {
        try run("UPDATE pools SET turn = \(turn) WHERE id = \(pool)")
    }

    package func set(_ name: String, to value: String) throws {
        try run(
            """
            INSERT INTO settings (name, value) VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """
        )
    }
}
