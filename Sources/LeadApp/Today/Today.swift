package import LeadCore
package import LeadStore

/// A person's daily work list (requirement F1): overdue, due today, and what is new for them.
package struct Today: Query {
    package init() {}

    package struct Answer: Sendable {
        package var overdue: [LeadRow]
        package var dueToday: [LeadRow]
        /// The true numbers, even when fewer rows are here.
        package var overdueCount: Int
        package var dueTodayCount: Int
        /// New leads and offers that nobody has touched, also those waiting in the person's pools.
        package var new: [LeadRow]
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
    }

    package static let limit = 100

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        guard let user = desk.access.actor.user else {
            throw Refusal(.forbidden, "not_permitted", "Only a person has a work list.")
        }
        let zone = desk.policy.calendar.zone
        let tomorrow = zone.startOfDay(zone.local(now).date + 1)
        let mine = ([user] + desk.access.principals).map(Owner.person)
        let pools = try snapshot.pools(of: user).map(Owner.pool)
        let work = try snapshot.workList(of: mine, dueBefore: tomorrow, limit: Self.limit)
        let due = Set(work.map(\.id))
        let new = try snapshot.untouched(of: mine + pools, limit: Self.limit)
        return Answer(
            overdue: work.filter { ($0.nextStep?.dueAt ?? now) < now },
            dueToday: work.filter { ($0.nextStep?.dueAt ?? now) >= now },
            overdueCount: try snapshot.workCount(of: mine, dueFrom: nil, dueBefore: now),
            dueTodayCount: try snapshot.workCount(of: mine, dueFrom: now, dueBefore: tomorrow),
            new: new.filter { !due.contains($0.id) },
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now
        )
    }
}
