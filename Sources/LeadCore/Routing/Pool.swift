/// Who can get a lead: members in a fixed order, whose turn it is, and who answers while nobody has it.
package struct Pool: Hashable, Sendable {
    package typealias ID = Identifier<Pool>

    package enum Strategy: String, CaseIterable, Codable, Sendable {
        /// Members take turns.
        case rotation
        /// Leads wait in the pool, held by the duty holder, until somebody takes one.
        case queue
    }

    package struct Member: Hashable, Sendable {
        package var user: User.ID
        /// Present and active: only these get leads (pain 20).
        package var available: Bool

        package init(user: User.ID, available: Bool) {
            self.user = user
            self.available = available
        }
    }

    package var id: ID
    package var strategy: Strategy
    package var dutyHolder: User.ID
    package var members: [Member]
    /// How many turns have been given; the next turn starts looking at `turn % members.count`.
    package var turn: Int

    package init(id: ID, strategy: Strategy, dutyHolder: User.ID, members: [Member], turn: Int) {
        self.id = id
        self.strategy = strategy
        self.dutyHolder = dutyHolder
        self.members = members
        self.turn = turn
    }
}

/// Why somebody got a lead, in a word; kept with the assignment (invariant 6).
package enum AssignmentReason: String, CaseIterable, Codable, Sendable {
    case turn
    case nobodyAvailable = "nobody_available"
    case queue
    case accountOwner = "account_owner"
    case manual
    case handOff = "hand_off"
    case declined
    case recycled
    case woken
    case taken
    case imported
    case reopened
    case corrected
    /// A clock ran out in somebody else's hands.
    case ranOut = "ran_out"
}

/// A decision of a pool: who gets the lead, why, and whose turn it is afterwards.
package struct Allotment: Hashable, Sendable {
    package var owner: Owner
    package var reason: AssignmentReason
    package var turn: Int

    package init(owner: Owner, reason: AssignmentReason, turn: Int) {
        self.owner = owner
        self.reason = reason
        self.turn = turn
    }
}

extension Pool {
    /// Picks the next present member in turn; with nobody present, or in a queue, the pool itself holds the lead and its
    /// duty holder answers for it, so that no lead is ever without a person.
    package func allot() -> Allotment {
        guard strategy == .rotation else { return Allotment(owner: .pool(id), reason: .queue, turn: turn) }
        for offset in members.indices {
            let member = members[(turn + offset) % members.count]
            if member.available {
                return Allotment(owner: .person(member.user), reason: .turn, turn: turn + offset + 1)
            }
        }
        return Allotment(owner: .pool(id), reason: .nobodyAvailable, turn: turn)
    }
}
