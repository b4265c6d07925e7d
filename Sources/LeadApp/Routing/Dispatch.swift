import LeadCore
import LeadStore

/// Decides who gets a lead: puts together what the decision depends on, lets the core decide, keeps how rotations stand, and
/// leaves the decision with the act so that it is saved with the line of the ledger that it leads to.
struct Dispatch {
    let desk: Desk
    /// What a lead that is not saved yet comes with.
    var birth: SubjectBirth?
    /// The only pool that is asked; nil for the rules.
    var only: Pool.ID?
    /// Who must not get it.
    var excluded: User.ID?

    init(_ desk: Desk, birth: SubjectBirth? = nil, only: Pool.ID? = nil, excluded: User.ID? = nil) {
        self.desk = desk
        self.birth = birth
        self.only = only
        self.excluded = excluded
    }

    func route(_ act: inout LeadAct, _ tx: borrowing Transaction) throws -> Allotment {
        let rules = desk.policy.assignment
        let asked = try asked(act.lead, rules, tx)
        let decision = rules.decide(asked)
        for choice in decision.choices { try tx.keep(choice, on: asked.day) }
        let last = rules.rules.firstIndex { $0.key == decision.rule } ?? rules.rules.count - 1
        let record = RoutingRecord(
            asked,
            policy: desk.policy.version,
            rules: only == nil ? Array(rules.rules.prefix(last + 1)) : [],
            ConditionCatalogue(fields: desk.policy.process.fields)
        )
        act.routing = RoutingTrace(record: record, decision: decision)
        return decision.allotment
    }

    private func asked(_ lead: Lead, _ rules: AssignmentRules, _ tx: borrowing Transaction) throws -> RoutingCase {
        guard let catchAll = try rules.catchAll ?? DefaultPool.id(tx.read) else { throw Refusal.nobodyToHold }
        let subject = try subject(lead, rules, tx)
        let day = desk.policy.calendar.zone.local(tx.now).date
        let rule = only == nil ? rules.match(subject, on: day).map { rules.rules[$0] } : nil
        let first = only ?? rule?.pool ?? catchAll
        var pools: [Pool] = []
        for id in first == catchAll || only != nil ? [first] : [first, catchAll] {
            if let pool = try pool(id, tx) { pools.append(pool) }
        }
        guard pools.contains(where: { $0.id == first }) || pools.contains(where: { $0.id == catchAll }) else {
            throw Refusal.nobodyToHold
        }
        var asked = RoutingCase(
            subject: subject,
            wanted: Wanted(subject),
            day: day,
            pools: pools,
            catchAll: catchAll,
            excluded: excluded,
            only: only
        )
        if rule?.accountOwnerFirst == true, let holder = try tx.read.holder(of: lead.account, besides: lead.id) {
            asked.accountOwner = try tx.read.member(holder, at: tx.now)
        }
        return asked
    }

    /// All that rules and traits can ask for; the life of the lead alone where nobody asks, so that capture costs no more.
    private func subject(_ lead: Lead, _ rules: AssignmentRules, _ tx: borrowing Transaction) throws -> LeadSubject {
        let asksRules = only == nil && !rules.rules.isEmpty
        if try asksRules || tx.read.hasTraits() {
            return try tx.read.subject(of: lead, birth: birth, desk.policy, now: tx.now)
        }
        var subject = LeadSubject(now: tx.now, zone: desk.policy.calendar.zone)
        subject.set(lead)
        return subject
    }

    /// A pool as decisions need it: who works now, and who holds how much, where that counts.
    func pool(_ id: Pool.ID, _ tx: borrowing Transaction) throws -> Pool? {
        let day = desk.policy.calendar.zone.local(tx.now).date
        guard var pool = try tx.read.pool(id, at: tx.now, day: day) else { return nil }
        if pool.inHoursOnly {
            for index in pool.members.indices {
                let calendar = desk.calendars[.person(pool.members[index].user)]
                pool.members[index].isWorking = calendar.isWorking(at: tx.now)
            }
        }
        if pool.strategy == .leastLoaded || pool.members.contains(where: { $0.capacity != nil }) {
            let loads = try tx.read.openLoads(of: pool.members.map(\.user))
            for index in pool.members.indices { pool.members[index].open = loads[pool.members[index].user] ?? 0 }
        }
        return pool
    }
}

extension Refusal {
    static let nobodyToHold = Refusal(
        .conflict,
        "nobody_to_hold",
        "Nobody is there yet to hold leads. Create the administrator first; what came in is kept."
    )
}
