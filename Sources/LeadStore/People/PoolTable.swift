package import LeadCore

extension Snapshot {
    /// A pool with its members in order, each with whether they are there now and what this pool gave them on a day.
    ///
    /// - Parameter day: the workspace's day, for daily caps.
    package func pool(_ id: Pool.ID, at now: Instant, day: LocalDate? = nil) throws -> Pool? {
        let traits = try traits(inPool: id)
        let members = try all(
            """
            SELECT users.id, users.active, (users.away_until IS NULL OR users.away_until <= \(now))
              AND NOT EXISTS (SELECT 1 FROM absences WHERE absences.user_id = users.id AND from_at <= \(now) AND until_at > \(now)),
              pool_members.weight, pool_members.capacity, pool_members.daily_cap, COALESCE(rotations.credit, 0),
              CASE WHEN rotations.day = \(day?.dayNumber ?? 0) THEN rotations.given ELSE 0 END
            FROM pool_members JOIN users ON users.id = pool_members.user_id
            LEFT JOIN rotations ON rotations.pool_id = pool_members.pool_id AND rotations.user_id = pool_members.user_id
            WHERE pool_members.pool_id = \(id) ORDER BY position
            """
        ) { row in try Pool.Member(&row, traits) }
        return try first("SELECT id, strategy, duty_holder, turn, in_hours_only FROM pools WHERE id = \(id)") { row in
            var pool = Pool(
                id: try row.next(),
                strategy: try row.next(),
                dutyHolder: try row.next(),
                members: members,
                turn: try row.next()
            )
            pool.inHoursOnly = try row.next()
            return pool
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
            INSERT INTO pools (id, name, strategy, duty_holder, turn, in_hours_only)
            VALUES (\(pool.id), \(name), \(pool.strategy), \(pool.dutyHolder), \(pool.turn), \(pool.inHoursOnly))
            """
        )
        try setMembers(pool.members, of: pool.id)
    }

    /// Everything but whose turn it is, which the members that were there before decide.
    package func update(_ pool: Pool, name: String) throws {
        try run(
            """
            UPDATE pools SET name = \(name), strategy = \(pool.strategy), duty_holder = \(pool.dutyHolder),
              turn = \(pool.turn), in_hours_only = \(pool.inHoursOnly) WHERE id = \(pool.id)
            """
        )
        try setMembers(pool.members, of: pool.id)
    }

    /// How their rotation stands stays, so that somebody who comes back is where they were.
    package func setMembers(_ members: [Pool.Member], of pool: Pool.ID) throws {
        try run("DELETE FROM pool_members WHERE pool_id = \(pool)")
        for (position, member) in members.enumerated() {
            try run(
                """
                INSERT INTO pool_members (pool_id, user_id, position, weight, capacity, daily_cap)
                VALUES (\(pool), \(member.user), \(position), \(member.weight), \(member.capacity), \(member.dailyCap))
                """
            )
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

extension Pool.Member {
    fileprivate init(_ row: inout Row, _ traits: [User.ID: Traits]) throws {
        self.init(user: try row.next(), available: true)
        isActive = try row.next()
        isPresent = try row.next()
        weight = try row.next()
        capacity = try row.next()
        dailyCap = try row.next()
        credit = try row.next()
        today = try row.next()
        self.traits = traits[user] ?? Traits()
    }
}
