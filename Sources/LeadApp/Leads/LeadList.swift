package import LeadCore
package import LeadStore

/// A page of leads that the actor may see.
package struct LeadList: Query {
    package var filter: LeadFilter
    /// Whether a status that is none is refused; a saved view may outlive a status.
    package var isStrict = false

    package init(_ filter: LeadFilter) {
        self.filter = filter
    }

    package struct Answer: Sendable {
        package var rows: [LeadRow]
        /// Where the next page begins; nil on the last one.
        package var next: LeadFilter.Cursor?
        /// The true number up to `countLimit`; one more than that when there are more.
        package var count: Int
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
    }

    package static let countLimit = 1000

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        if isStrict { try requireKnownStatuses(snapshot, desk.policy) }
        let filter = try filter.asked(desk.policy, now: now)
        var wanted = filter
        wanted.limit = min(max(filter.limit, 1), 200) + 1
        var rows = try snapshot.leadRows(wanted, in: desk.access.scope)
        var next: LeadFilter.Cursor?
        if rows.count == wanted.limit {
            rows.removeLast()
            next = rows.last.map { LeadFilter.Cursor(key: $0.sortKey, id: $0.id) }
        }
        let count = try snapshot.leadCount(filter, in: desk.access.scope, upTo: Self.countLimit + 1)
        return Answer(
            rows: rows,
            next: next,
            count: count,
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now
        )
    }

    /// Statuses of former processes are asked for as long as a lead is in one.
    private func requireKnownStatuses(_ snapshot: borrowing Snapshot, _ policy: Policy) throws {
        for status in filter.statuses where policy.process[status] == nil {
            var wanted = LeadFilter()
            wanted.statuses = [status]
            guard try snapshot.leadCount(wanted, in: .all, upTo: 1) == 0 else { continue }
            let known = policy.process.steps.map(\.status.rawValue).joined(separator: ", ")
            throw Refusal(
                .invalid,
                "unknown_status",
                "There is no status \(status.rawValue.prefix(40)).",
                issues: [.init("/status", "One of: \(known).")]
            )
        }
    }
}
