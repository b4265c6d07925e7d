/// Who can get a lead: members in a fixed order, whose turn it is, and who answers while nobody has it.
package struct Pool: Hashable, Codable, Sendable {
    package typealias ID = Identifier<Pool>

    package enum Strategy: String, CaseIterable, Codable, Sendable {
        /// Members take turns.
        case rotation
        /// Leads wait in the pool, held by the duty holder, until somebody takes one.
        case queue
        /// Members take turns in proportion to their weights.
        case weighted
        /// Whoever holds the fewest open leads, in turn among equals.
        case leastLoaded = "least_loaded"
    }

    package struct Member: Hashable, Codable, Sendable {
        package var user: User.ID
        /// Has an account that works.
        package var isActive = true
        /// Is not away.
        package var isPresent: Bool
        /// Within their own working hours.
        package var isWorking = true
        /// Their share in a weighted rotation, 1 or more.
        package var weight = 1
        /// What they have saved up in a weighted rotation.
        package var credit = 0
        /// How many open leads they hold, where somebody asks.
        package var open = 0
        /// At how many open leads they are full; nil for never.
        package var capacity: Int?
        /// How many leads this pool gave them today.
        package var today = 0
        /// How many leads this pool gives them a day; nil for any number.
        package var dailyCap: Int?
        package var traits = Traits()

        /// Present and active: only these get leads (pain 20).
        package var available: Bool { isActive && isPresent }

        package init(user: User.ID, available: Bool) {
            self.user = user
            isPresent = available
        }
    }

    package var id: ID
    package var strategy: Strategy
    package var dutyHolder: User.ID
    package var members: [Member]
    /// How many turns have been given; the next turn starts looking at `turn % members.count`.
    package var turn: Int
    /// Gives leads only to members who work at that moment.
    package var inHoursOnly = false

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
    /// Held the fewest open leads.
    case leastLoaded = "least_loaded"
    /// Nobody in the pool that the rule chose could take it.
    case catchAll = "catch_all"
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
    /// Whose turn it is for a lead that asks for nothing in particular; with nobody there, or in a queue, the pool itself holds
    /// it and its duty holder answers for it, so that no lead is ever without a person.
    package func allot() -> Allotment {
        let choice = choose()
        guard let user = choice.chosen else {
            return Allotment(owner: .pool(id), reason: strategy == .queue ? .queue : .nobodyAvailable, turn: turn)
        }
        return Allotment(
            owner: .person(user),
            reason: strategy == .leastLoaded ? .leastLoaded : .turn,
            turn: choice.turn
        )
    }

    /// Where the pointer stands after the members were changed: whoever was next is next still, or whoever follows them.
    package func turn(among newMembers: [User.ID]) -> Int {
        for offset in members.indices {
            let next = members[(turn + offset) % members.count].user
            if let index = newMembers.firstIndex(of: next) { return index }
        }
        return 0
    }
}
