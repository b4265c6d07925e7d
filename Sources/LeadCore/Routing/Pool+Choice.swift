/// Why somebody in a pool got a lead, or did not.
package enum CandidateCode: String, CaseIterable, Codable, Sendable {
    case chosen
    case notPresent = "not_present"
    case inactive
    case offHours = "off_hours"
    case full
    case dailyCap = "daily_cap"
    case wrongSkill = "wrong_skill"
    case wrongLanguage = "wrong_language"
    case wrongTerritory = "wrong_territory"
    case notTheirTurn = "not_their_turn"
    /// A clock ran out in their hands.
    case ranOut = "ran_out"
}

/// What a pool made of a lead: who gets it, what each member was told, and how its rotation stands afterwards.
package struct PoolChoice: Hashable, Codable, Sendable {
    package struct Candidate: Hashable, Codable, Sendable {
        package var user: User.ID
        package var code: CandidateCode
    }

    package var pool: Pool.ID
    /// Nil when nobody can take it, or in a queue.
    package var chosen: User.ID?
    package var candidates: [Candidate]
    package var turn: Int
    /// The credits that changed, for a weighted rotation.
    package var credits: [Credit]

    package struct Credit: Hashable, Codable, Sendable {
        package var user: User.ID
        package var credit: Int
    }
}

extension Pool {
    /// Whom the pool gives a lead: the next in turn, the most deserving by weight, or who holds least, among those who can take
    /// it now.
    ///
    /// - Parameter excluded: never chosen: in their hands a clock ran out.
    package func choose(for wanted: Wanted = Wanted(), besides excluded: User.ID? = nil) -> PoolChoice {
        let codes = members.map { member in
            member.user == excluded ? .ranOut : strategy == .queue ? .notTheirTurn : obstacle(member, wanted)
        }
        let able = members.indices.filter { codes[$0] == nil }
        var (turn, credits): (Int, [PoolChoice.Credit]) = (turn, [])
        let index: Int?
        switch strategy {
        case .queue: index = nil
        case .rotation: index = able.min { distance($0) < distance($1) }
        case .leastLoaded: index = able.min { (members[$0].open, distance($0)) < (members[$1].open, distance($1)) }
        case .weighted: (index, credits) = weigh(able)
        }
        if let index, strategy != .weighted { turn += distance(index) + 1 }
        return PoolChoice(
            pool: id,
            chosen: index.map { members[$0].user },
            candidates: members.indices.map { position in
                let code = position == index ? .chosen : codes[position] ?? .notTheirTurn
                return .init(user: members[position].user, code: code)
            },
            turn: turn,
            credits: credits
        )
    }

    /// How many places after the pointer somebody stands.
    private func distance(_ index: Int) -> Int {
        let place = (index - turn) % members.count
        return place < 0 ? place + members.count : place
    }

    /// Smooth weighted round robin, as nginx balances servers: each who can take it earns their weight, the richest gets it and
    /// pays what all earned together.
    ///
    /// Source: `ngx_http_upstream_get_peer` in nginx (src/http/ngx_http_upstream_round_robin.c).
    private func weigh(_ able: [Int]) -> (Int?, [PoolChoice.Credit]) {
        var credits = able.map { members[$0].credit + members[$0].weight }
        guard let best = credits.indices.max(by: { credits[$0] < credits[$1] || credits[$0] == credits[$1] && $0 > $1 })
        else { return (nil, []) }
        credits[best] -= able.reduce(0) { $0 + members[$1].weight }
        let changed = zip(able, credits).map { PoolChoice.Credit(user: members[$0].user, credit: $1) }
        return (able[best], changed)
    }

    /// Why a member cannot take the lead, or nil.
    private func obstacle(_ member: Member, _ wanted: Wanted) -> CandidateCode? {
        if !member.isActive { return .inactive }
        if !member.isPresent { return .notPresent }
        if inHoursOnly, !member.isWorking { return .offHours }
        if let code = member.unfit(for: wanted) { return code }
        if let capacity = member.capacity, member.open >= capacity { return .full }
        if let cap = member.dailyCap, member.today >= cap { return .dailyCap }
        return nil
    }
}
