package import LeadCore
package import LeadStore

/// Creates a pool, or changes who is in it and how it gives out leads.
package struct SavePool: Command {
    package static let name = "save_pool"
    package static let permission = Permission.administer

    package struct Outcome: Codable, Sendable {
        package var pool: Pool.ID
    }

    /// Nil creates one.
    package var pool: Pool.ID?
    package var poolName: String
    package var strategy: Pool.Strategy
    package var dutyHolder: User.ID
    /// In the order in which they take turns.
    package var members: [User.ID]
    /// Makes it the pool that gets what no rule gives to somebody else.
    package var isDefault: Bool

    package init(
        pool: Pool.ID?,
        name: String,
        strategy: Pool.Strategy,
        dutyHolder: User.ID,
        members: [User.ID],
        isDefault: Bool = false
    ) {
        self.pool = pool
        poolName = name
        self.strategy = strategy
        self.dutyHolder = dutyHolder
        self.members = members
        self.isDefault = isDefault
    }

    package func subject(after outcome: Outcome) -> String? { "pool:\(outcome.pool)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let name = poolName.trimmed else { throw Refusal.invalid("/name", "A pool needs a name.") }
        let namesake = try tx.read.pools().first { $0.name.lowercased() == name.lowercased() && $0.id != pool }
        guard namesake == nil else { throw Refusal.nameTaken("pool", name) }
        guard try tx.read.user(dutyHolder)?.active == true else {
            throw Refusal.invalid("/dutyHolder", "The duty holder must be somebody who is here.")
        }
        guard Set(members).count == members.count else { throw Refusal.invalid("/members", "Somebody is named twice.") }
        for (index, member) in members.enumerated() where try tx.read.user(member) == nil {
            throw Refusal.invalid("/members/\(index)", "There is no such person.")
        }
        let id = try save(named: name, tx)
        if isDefault { try tx.set(DefaultPool.setting, to: id.description) }
        return Outcome(pool: id)
    }

    private func save(named name: String, _ tx: borrowing Transaction) throws -> Pool.ID {
        if let pool {
            guard try tx.read.pool(pool, at: tx.now) != nil else { throw Refusal.notFound("pool") }
            try tx.update(pool, name: name, strategy: strategy, dutyHolder: dutyHolder)
            try tx.setMembers(members, of: pool)
            return pool
        }
        let id: Pool.ID = tx.newID()
        let members = members.map { Pool.Member(user: $0, available: true) }
        try tx.insert(
            Pool(id: id, strategy: strategy, dutyHolder: dutyHolder, members: members, turn: 0),
            name: name
        )
        return id
    }
}

/// All pools with their members.
package struct PoolList: Query {
    package struct Entry: Sendable {
        package var pool: Pool
        package var name: String
        package var isDefault: Bool
    }

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [Entry] {
        let standard = try snapshot.setting(DefaultPool.setting)
        return try snapshot.pools().compactMap { named in
            try snapshot.pool(named.id, at: now).map { pool in
                Entry(pool: pool, name: named.name, isDefault: pool.id.description == standard)
            }
        }
    }
}

extension Refusal {
    static func nameTaken(_ what: String, _ name: String) -> Refusal {
        Refusal(
            .conflict,
            "name_taken",
            "There is a \(what) called \(name) already.",
            issues: [.init("/name", "Is taken already.")]
        )
    }
}
