package import LeadCore

extension Transaction {
    /// Keeps how a pool's rotation stands after it gave a lead to somebody, and counts that for the day.
    package func keep(_ choice: PoolChoice, on day: LocalDate) throws {
        guard let user = choice.chosen else { return }
        try setTurn(choice.turn, of: choice.pool)
        for change in choice.credits { try setCredit(change.credit, of: change.user, in: choice.pool) }
        try run(
            """
            INSERT INTO rotations (pool_id, user_id, credit, day, given)
            VALUES (\(choice.pool), \(user), 0, \(day.dayNumber), 1)
            ON CONFLICT (pool_id, user_id) DO UPDATE SET
              given = CASE WHEN rotations.day = excluded.day THEN rotations.given + 1 ELSE 1 END, day = excluded.day
            """
        )
    }

    private func setCredit(_ credit: Int, of user: User.ID, in pool: Pool.ID) throws {
        try run(
            """
            INSERT INTO rotations (pool_id, user_id, credit, day, given) VALUES (\(pool), \(user), \(credit), NULL, 0)
            ON CONFLICT (pool_id, user_id) DO UPDATE SET credit = excluded.credit
            """
        )
    }
}

extension Snapshot {
    /// How many open leads each of these people holds.
    package func openLoads(of users: [User.ID]) throws -> [User.ID: Int] {
        guard !users.isEmpty else { return [:] }
        let owners = users.map { "\(Owner.person($0))" as SQL }.joined(", ")
        var loads: [User.ID: Int] = [:]
        try each("SELECT owner, COUNT(*) FROM leads WHERE open AND owner IN (\(owners)) GROUP BY owner") { row in
            let owner: Owner = try row.next()
            if let user = owner.person { loads[user] = try row.next() }
        }
        return loads
    }
}

extension Snapshot {
    /// Somebody as a member of no pool: whether they are there now.
    package func member(_ user: User.ID, at now: Instant) throws -> Pool.Member? {
        try first(
            """
            SELECT users.active, (users.away_until IS NULL OR users.away_until <= \(now))
              AND NOT EXISTS (SELECT 1 FROM absences WHERE absences.user_id = users.id AND from_at <= \(now) AND until_at > \(now))
            FROM users WHERE users.id = \(user)
            """
        ) { row in
            let isActive: Bool = try row.next()
            var member = Pool.Member(user: user, available: try row.next())
            member.isActive = isActive
            return member
        }
    }
}
