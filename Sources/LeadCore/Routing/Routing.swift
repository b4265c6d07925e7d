/// All that a decision about who gets a lead depends on, put together before it is made.
package struct RoutingCase: Sendable {
    package var subject: LeadSubject
    package var wanted: Wanted
    /// The day on which rules count, in the workspace's zone.
    package var day: LocalDate
    /// Who holds the lead's account already, as a member of no pool.
    package var accountOwner: Pool.Member?
    package var pools: [Pool]
    /// The pool of last resort.
    package var catchAll: Pool.ID
    /// Who must not get it: a clock ran out in their hands.
    package var excluded: User.ID?
    /// The only pool that is asked, without rules; nil for the rules.
    package var only: Pool.ID?

    package init(
        subject: LeadSubject,
        wanted: Wanted,
        day: LocalDate,
        accountOwner: Pool.Member? = nil,
        pools: [Pool],
        catchAll: Pool.ID,
        excluded: User.ID? = nil,
        only: Pool.ID? = nil
    ) {
        self.subject = subject
        self.wanted = wanted
        self.day = day
        self.accountOwner = accountOwner
        self.pools = pools
        self.catchAll = catchAll
        self.excluded = excluded
        self.only = only
    }

    func pool(_ id: Pool.ID) -> Pool? { pools.first { $0.id == id } }
}

/// Who gets a lead, by which rule, and what became of everybody who could have (invariant 6).
package struct RoutingDecision: Hashable, Codable, Sendable {
    package var owner: Owner
    package var reason: AssignmentReason
    /// The key of the rule that held; nil when none did, or a pool was named.
    package var rule: String?
    /// The pool that the rule, or whoever named it, chose.
    package var pool: Pool.ID
    /// Whether nobody there could take it, so that the catch-all had to.
    package var fellBack: Bool
    /// The account's owner, and why they got it or did not.
    package var accountOwner: PoolChoice.Candidate?
    /// What each pool that was asked made of it, in order.
    package var choices: [PoolChoice]

    package var allotment: Allotment { Allotment(owner: owner, reason: reason, turn: choices.last?.turn ?? 0) }
}

extension AssignmentRules {
    /// Decides who gets a lead: the account's owner where the rule says so and they are there, else a member of the rule's pool,
    /// else of the catch-all; where nobody is there either, the catch-all holds it and its duty holder answers.
    package func decide(_ asked: RoutingCase) -> RoutingDecision {
        let rule = asked.only == nil ? match(asked.subject, on: asked.day).map { rules[$0] } : nil
        let first = asked.only ?? rule?.pool ?? asked.catchAll
        var decision = RoutingDecision(
            owner: .pool(first),
            reason: .nobodyAvailable,
            rule: rule?.key,
            pool: first,
            fellBack: false,
            accountOwner: nil,
            choices: []
        )
        if rule?.accountOwnerFirst == true, let holder = asked.accountOwner {
            let code: CandidateCode =
                !holder.isActive
                ? .inactive : !holder.isPresent ? .notPresent : holder.user == asked.excluded ? .ranOut : .chosen
            decision.accountOwner = .init(user: holder.user, code: code)
            if code == .chosen {
                decision.owner = .person(holder.user)
                decision.reason = .accountOwner
                return decision
            }
        }
        decision.ask(first, asked)
        // A queue holds what comes; a full or absent pool does not.
        guard decision.owner.person == nil, decision.reason != .queue, asked.only == nil, first != asked.catchAll else {
            return decision
        }
        decision.fellBack = true
        decision.ask(asked.catchAll, asked)
        return decision
    }
}

extension RoutingDecision {
    fileprivate mutating func ask(_ id: Pool.ID, _ asked: RoutingCase) {
        owner = .pool(id)
        reason = .nobodyAvailable
        guard let pool = asked.pool(id) else { return }
        let choice = pool.choose(for: asked.wanted, besides: asked.excluded)
        choices.append(choice)
        if let user = choice.chosen {
            owner = .person(user)
            reason =
                fellBack
                ? .catchAll : asked.excluded != nil ? .ranOut : pool.strategy == .leastLoaded ? .leastLoaded : .turn
        } else if pool.strategy == .queue {
            reason = .queue
        }
        if asked.excluded != nil, reason != .catchAll { reason = .ranOut }
    }
}
