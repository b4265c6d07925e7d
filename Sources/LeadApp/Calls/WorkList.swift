package import LeadCore
package import LeadStore

/// A person's work for today in the order of what waiting costs, each with the reason (requirements C7, X14).
package struct WorkList: Query {
    /// Only those that can be called, and without those that the person has skipped for now.
    package var calls: Bool
    package var limit: Int

    package init(calls: Bool = false, limit: Int = 100) {
        self.calls = calls
        self.limit = limit
    }

    package struct Entry: Sendable {
        package var row: LeadRow
        package var cost: WaitingCost
    }

    package struct Answer: Sendable {
        package var entries: [Entry]
        /// How many there are in all, no more than are looked at.
        package var count: Int
        /// How many of them were skipped for now.
        package var skipped: Int
        package var curve: DecayCurve
        /// What the workspace's own data say; nil until there are some.
        package var fit: DecayFit?
        /// Whether the curve is the workspace's own.
        package var isFitted: Bool
        /// The true numbers, whatever is shown.
        package var overdueCount: Int
        package var dueTodayCount: Int
        /// Untouched ones that are not due yet.
        package var newCount: Int
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
        package var calendars: Calendars
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let work = try WorkSource(snapshot, desk, now: now)
        let owners = try desk.workOwners(snapshot)
        let tomorrow = desk.policy.calendar.zone.endOfDay(now)
        let skipped = try calls ? desk.access.actor.user.map { try snapshot.skipped(by: $0, at: now) } ?? [] : []
        let open = work.ordered.filter { !skipped.contains($0.candidate.lead) }
        return Answer(
            entries: try entries(open, snapshot),
            count: open.count,
            skipped: work.ordered.count - open.count,
            curve: work.curve,
            fit: work.fit,
            isFitted: work.fit.map(desk.policy.waiting.trusts) ?? false,
            overdueCount: try snapshot.workCount(of: owners, dueFrom: nil, dueBefore: now),
            dueTodayCount: try snapshot.workCount(of: owners, dueFrom: now, dueBefore: tomorrow),
            newCount: work.ordered.count { $0.candidate.isUntouched && ($0.candidate.dueAt ?? now) >= tomorrow },
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now,
            calendars: desk.calendars
        )
    }

    private func entries(
        _ work: [(candidate: WorkCandidate, cost: WaitingCost)],
        _ snapshot: borrowing Snapshot
    ) throws -> [Entry] {
        var entries: [Entry] = []
        var rest = work[...]
        while entries.count < limit, !rest.isEmpty {
            let part = rest.prefix(calls ? 10 : limit)
            rest = rest.dropFirst(part.count)
            let rows = try snapshot.leadRows(among: part.map(\.candidate.lead), in: .all)
            let known = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
            entries += part.compactMap { candidate, cost in
                known[candidate.lead].flatMap { row in
                    calls && row.phone == nil ? nil : Entry(row: row, cost: cost)
                }
            }
        }
        return Array(entries.prefix(limit))
    }
}
