package import LeadCore

/// How long leads wait in pools before somebody takes them (requirements I1, X2).
package struct QueueReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var pool: Code
        package var poolLabel: String
        /// Of the times that have ended; nil while none has.
        package var wall: DurationSummary?
        package var working: DurationSummary?
        /// Of the leads that wait there still.
        package var waiting: DurationSummary?
        /// The median over both, the latter with their age so far.
        package var medianWithWaiting: Span?
    }

    package var asOf: Instant
    /// The pools that leads were in, in the order of their codes.
    package var rows: [Row]

    package init(_ columns: Columns, _ scope: Scope) {
        asOf = scope.asOf
        let scan = PoolScan(columns, LeadGroups(columns, by: .all, scope), asOf: scope.asOf.milliseconds)
        let count = columns.owners.count
        let selector = DurationSelector(
            done: scan.wall,
            scan.pools,
            going: scan.ages,
            scan.agePools,
            groupCount: count
        )
        let wall = selector.summaries()
        let medians = selector.mediansWithGoing()
        let working = DurationSummary.each(of: scan.working, scan.pools, groupCount: count)
        let waiting = DurationSummary.each(of: scan.ages, scan.agePools, groupCount: count)
        rows = (0..<count).compactMap { pool in
            guard wall[pool] != nil || waiting[pool] != nil else { return nil }
            return Row(
                pool: Code(pool),
                poolLabel: columns.owners.labels[pool],
                wall: wall[pool],
                working: working[pool],
                waiting: waiting[pool],
                medianWithWaiting: medians[pool]
            )
        }
    }
}

/// The times that the leads of a report spent in pools.
private struct PoolScan {
    private(set) var wall: [Int64] = []
    private(set) var working: [Int64] = []
    private(set) var pools: [UInt32] = []
    private(set) var ages: [Int64] = []
    private(set) var agePools: [UInt32] = []

    init(_ columns: Columns, _ groups: LeadGroups, asOf: Int64) {
        columns.leadOwners.eachPeriod(of: columns.pools) { lead, pool, from, until in
            guard from <= asOf, groups.ids[lead] != groups.outside else { return }
            guard until <= asOf else {
                ages.append(asOf - from)
                agePools.append(pool)
                return
            }
            wall.append(max(0, until - from))
            let time = columns.workingTime(Instant(milliseconds: from), Instant(milliseconds: until))
            working.append(max(0, time.milliseconds))
            pools.append(pool)
        }
    }
}
