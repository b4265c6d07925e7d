package import LeadCore
package import LeadStore
import Logging

/// Fires every clock that has something to do by now (warn, breach, escalate, go on after a pause, wake the lead) and
/// marks who becomes absent; each once, in the order of their time, and each by itself.
package struct BreachDueClocks: Command {
    package typealias Outcome = Int
    package static let name = "breach_due_clocks"
    package static let permission = Permission.administer
    package static let isAudited = false
    private static let logger = Logger(label: "baton.clocks")

    /// How many at most in one transaction; call again while as many come back.
    package var limit: Int

    package init(limit: Int = 500) {
        self.limit = limit
    }

    /// - Returns: how many fired.
    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        let away = try tx.read.absencesBeginning(by: tx.now)
        for absence in away { try tx.begin(absence) }
        let due = try tx.read.dueClocks(at: tx.now, limit: limit)
        for (clock, id) in due { try attempt(clock, of: id, tx, desk) }
        return due.count + away.count
    }

    /// How long a clock waits that the rules did not let fire.
    private static let patience = Span.minutes(15)

    /// One clock that is refused is tried again later; it keeps none of the others from firing.
    private func attempt(_ clock: Clock.ID, of id: Lead.ID, _ tx: borrowing Transaction, _ desk: Desk) throws {
        do {
            try tx.savepoint { try fire(clock, of: id, tx, desk) }
        } catch let refusal as Refusal where refusal != .changedMeanwhile {
            try tx.postpone(clock, until: tx.now + Self.patience)
            Self.logger.warning(
                "a clock could not fire",
                metadata: ["clock": "\(clock)", "lead": "\(id)", "code": "\(refusal.code)"]
            )
        }
    }

    private func fire(_ clock: Clock.ID, of id: Lead.ID, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let lead = try tx.read.lead(id) else { return try tx.rest(clock) }
        var act = try desk.act(on: lead, tx)
        let relief = act.passesOn(clock) ? try Relief.pool(for: lead, tx, desk) : nil
        if let relief { try Relief.prepare(&act, relief, tx, desk) }
        try act.fire(clock, relief: relief)
        if act.lead.owner == lead.owner {
            act.routing = nil
        } else if let trace = act.routing {
            for choice in trace.decision.choices { try tx.keep(choice, on: trace.record.day) }
        }
        // A row that fires with nothing to do must not stand in the way of the others for ever.
        guard !act.records.isEmpty else { return try tx.rest(clock) }
        try tx.update(act)
        try tx.announce(act)
    }
}

/// The pool whose members take over what somebody has let run out.
enum Relief {
    /// The owner's own pool, the first in which somebody else is there; for somebody in no pool the default one, where an
    /// offer waits for its duty holder rather than going to people who do not sell.
    static func pool(for lead: Lead, _ tx: borrowing Transaction, _ desk: Desk) throws -> Pool? {
        guard let user = lead.owner.person else { return try lead.owner.pool.flatMap { try pool($0, tx, desk) } }
        let own = try tx.read.memberships(of: user).compactMap { try pool($0, tx, desk) }
        let wanted = Wanted(try tx.read.subject(of: lead, desk.policy, now: tx.now))
        let helpful = own.first { $0.relieve(lead.owner, wanted).owner.person != nil }
        if let pool = helpful ?? own.first { return pool }
        guard let standard = try DefaultPool.id(tx.read), var pool = try pool(standard, tx, desk) else { return nil }
        if lead.offer != nil { pool.members = [] }
        return pool
    }

    /// A queue has no turns, but its members can still help out.
    private static func pool(_ id: Pool.ID, _ tx: borrowing Transaction, _ desk: Desk) throws -> Pool? {
        guard var pool = try Dispatch(desk).pool(id, tx) else { return nil }
        if pool.strategy == .queue { pool.strategy = .rotation }
        return pool
    }

    /// Puts down, before the clock fires, how the pool will choose, so that it can be told why.
    static func prepare(_ act: inout LeadAct, _ relief: Pool, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let subject = try tx.read.subject(of: act.lead, desk.policy, now: tx.now)
        let asked = RoutingCase(
            subject: subject,
            wanted: Wanted(subject),
            day: desk.policy.calendar.zone.local(tx.now).date,
            pools: [relief],
            catchAll: relief.id,
            excluded: act.lead.owner.person,
            only: relief.id
        )
        let record = RoutingRecord(
            asked,
            policy: desk.policy.version,
            rules: [],
            ConditionCatalogue(fields: desk.policy.process.fields)
        )
        act.routing = RoutingTrace(record: record, decision: desk.policy.assignment.decide(asked))
        act.wanted = asked.wanted
    }
}
