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
    /// Gives leads only to members who work at that moment; as it was when nil.
    package var inHoursOnly: Bool?
    /// Weights and limits of members; those who are not named keep theirs.
    package var terms: [Terms]?

    /// How much one member takes.
    package struct Terms: Codable, Hashable, Sendable {
        package var user: User.ID
        /// 1 to 100.
        package var weight: Int
        /// At how many open leads they are full; nil for never.
        package var capacity: Int?
        /// How many leads the pool gives them a day; nil for any number.
        package var dailyCap: Int?

        package init(user: User.ID, weight: Int = 1, capacity: Int? = nil, dailyCap: Int? = nil) {
            self.user = user
            self.weight = weight
            self.capacity = capacity
            self.dailyCap = dailyCap
        }
    }

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
        try requireTerms()
        if let pool {
            guard var known = try tx.read.pool(pool, at: tx.now) else { throw Refusal.notFound("pool") }
            known.turn = known.turn(among: members)
            change(&known)
            try tx.update(known, name: name)
            return pool
        }
        var new = Pool(id: tx.newID(), strategy: strategy, dutyHolder: dutyHolder, members: [], turn: 0)
        change(&new)
        try tx.insert(new, name: name)
        return new.id
    }

    private func change(_ pool: inout Pool) {
        pool.strategy = strategy
        pool.dutyHolder = dutyHolder
        pool.inHoursOnly = inHoursOnly ?? pool.inHoursOnly
        pool.members = members.map { user in
            var member = pool.members.first { $0.user == user } ?? Pool.Member(user: user, available: true)
            if let terms = terms?.first(where: { $0.user == user }) {
                member.weight = terms.weight
                member.capacity = terms.capacity
                member.dailyCap = terms.dailyCap
            }
            return member
        }
    }

    private func requireTerms() throws(Refusal) {
        for (index, terms) in (terms ?? []).enumerated() {
            guard members.contains(terms.user) else {
                throw .invalid("/terms/\(index)/user", "This person is no member.")
            }
            guard (1...100).contains(terms.weight) else {
                throw .invalid("/terms/\(index)/weight", "A weight lies between 1 and 100.")
            }
            guard (terms.capacity ?? 1) > 0, (terms.dailyCap ?? 1) > 0 else {
                throw .invalid("/terms/\(index)", "A limit is at least 1; take somebody out who shall get none.")
            }
        }
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
