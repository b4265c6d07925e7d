package import LeadCore
package import LeadStore

/// A person's daily work list (requirement F1): overdue, due today, and what is new for them.
///
/// What waits in a pool is work of its duty holder, who answers for it, and of its members, who may take it: due or overdue
/// there, it is on each of their lists until somebody has taken it.
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
        package var calendars: Calendars
    }

    package static let limit = 50

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        guard let user = desk.access.actor.user else {
            throw Refusal(.forbidden, "not_permitted", "Only a person has a work list.")
        }
        let zone = desk.policy.calendar.zone
        let tomorrow = zone.startOfDay(zone.local(now).date + 1)
        let people = ([user] + desk.access.principals).map(Owner.person)
        let owners = people + (try snapshot.pools(of: user)).map(Owner.pool)
        let overdue = try snapshot.workList(of: owners, dueFrom: nil, dueBefore: now, limit: Self.limit)
        let dueToday = try snapshot.workList(of: owners, dueFrom: now, dueBefore: tomorrow, limit: Self.limit)
        let due = Set((overdue + dueToday).map(\.id))
        let new = try snapshot.untouched(of: owners, limit: Self.limit)
        return Answer(
            overdue: overdue,
            dueToday: dueToday,
            overdueCount: try snapshot.workCount(of: owners, dueFrom: nil, dueBefore: now),
            dueTodayCount: try snapshot.workCount(of: owners, dueFrom: now, dueBefore: tomorrow),
            new: new.filter { !due.contains($0.id) },
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now,
            calendars: desk.calendars
        )
    }
}
