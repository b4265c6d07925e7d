import LeadCore
import LeadStore

/// What somebody has to do, in the order of what waiting costs.
struct WorkSource {
    let ordered: [(candidate: WorkCandidate, cost: WaitingCost)]
    let fit: DecayFit?
    let curve: DecayCurve
    private let order: WorkOrder

    /// How many of each kind and owner are looked at; more cannot be worked on in a day.
    static let limit = 300

    init(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws {
        let owners = try desk.workOwners(snapshot)
        let fit = try snapshot.decayFit()?.fit
        let order = WorkOrder(policy: desk.policy, calendars: desk.calendars, fit: fit, now: now)
        let due = desk.policy.calendar.zone.endOfDay(now)
        ordered = order.sorted(try snapshot.workCandidates(of: owners, dueBefore: due, limit: Self.limit))
        self.fit = fit
        self.order = order
        curve = desk.policy.waiting.curve(fit)
    }

    /// What waiting costs for one lead, whether it is due or not.
    func cost(of lead: Lead.ID, _ snapshot: borrowing Snapshot) throws -> WaitingCost? {
        try snapshot.workCandidate(lead).map(order.cost)
    }
}

extension Desk {
    /// Whose work is the actor's: their own, that of whom they assist, and what waits in their pools.
    func workOwners(_ snapshot: borrowing Snapshot) throws -> [Owner] {
        guard let user = access.actor.user else {
            throw Refusal(.forbidden, "not_permitted", "Only a person has a work list.")
        }
        let people = ([user] + access.principals).map(Owner.person)
        return people + (try snapshot.pools(of: user)).map(Owner.pool)
    }
}

extension ZoneRules {
    /// The midnight that ends the day.
    func endOfDay(_ now: Instant) -> Instant {
        startOfDay(local(now).date + 1)
    }
}
