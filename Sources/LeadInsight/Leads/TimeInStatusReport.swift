package import LeadCore

/// How long leads stay in each status (requirement I1), in the order of the process, all together or in groups.
///
/// A *stay* is the time from entering a status to leaving it, `left − entered`; a lead that comes back begins a new one. A
/// stay that has not ended as of the scope's instant is *sitting*, with the age `asOf − entered`. Stays in closed statuses
/// that have not ended are history, not waiting, and are left out.
package struct TimeInStatusReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var group: Code
        package var groupLabel: String
        package var status: Code
        package var statusLabel: String
        /// Ended stays in wall time.
        ///
        /// Nil when there is none.
        package var wall: DurationSummary?
        /// Ended stays in working time, by the calendar.
        package var working: DurationSummary?
        /// The ages so far of the stays that have not ended.
        package var sitting: DurationSummary?
        /// The median over ended stays and the ages so far of sitting ones: half of *all* stays last at least this long.
        ///
        /// The median of ended stays alone looks better the more leads are stuck; this one cannot, since the sitting
        /// stays can only grow.
        package var medianWithSitting: Span?
    }

    package var groupBy: GroupBy
    package var asOf: Instant
    /// By status in process order, then by group in the order of its code; without those that have no stay.
    package var rows: [Row] = []

    package init(_ columns: Columns, by groupBy: GroupBy = .all, _ scope: Scope) {
        self.groupBy = groupBy
        asOf = scope.asOf
        let groups = LeadGroups(columns, by: groupBy, scope)
        for step in columns.statusOrder {
            rows += Self.rows(of: step, columns, groups, scope.asOf)
        }
    }

    private static func rows(of step: Columns.Step, _ columns: Columns, _ groups: LeadGroups, _ asOf: Instant) -> [Row]
    {
        let stays = columns.stays[Int(step.code)]
        let scan = StayScan(stays, groups, asOf: asOf.milliseconds, listsSitting: step.isOpen)
        guard scan.hasEnded || step.isOpen else { return [] }
        let selector = DurationSelector(
            done: stays.wall,
            scan.groups,
            going: scan.ages,
            scan.ageGroups,
            groupCount: groups.count
        )
        let wall = selector.summaries()
        let medians = selector.mediansWithGoing()
        let working = DurationSummary.each(of: stays.working, scan.groups, groupCount: groups.count)
        let sitting = DurationSummary.each(of: scan.ages, scan.ageGroups, groupCount: groups.count)
        return (0..<groups.count).compactMap { group in
            guard wall[group] != nil || sitting[group] != nil else { return nil }
            return Row(
                group: Code(group),
                groupLabel: groups.labels[group],
                status: step.code,
                statusLabel: columns.statuses.label(step.code),
                wall: wall[group],
                working: working[group],
                sitting: sitting[group],
                medianWithSitting: medians[group]
            )
        }
    }
}
