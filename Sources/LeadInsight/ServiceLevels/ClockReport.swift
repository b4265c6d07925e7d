package import LeadCore

/// Whether service levels are kept (requirements D2, E4): per kind of clock, all together or in groups.
package struct ClockReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var kind: Code
        package var kindLabel: String
        package var group: Code
        package var groupLabel: String
        /// Clocks started as of the instant: the sum of the four below it.
        package var started: Int
        /// What the clock waited for happened in time.
        package var met: Int
        /// It did not happen before the clock was due: stopped later than that, or still running and overdue.
        package var breached: Int
        /// Running and not yet due.
        package var running: Int
        /// Stopped before it was due because nothing was waited for any more.
        package var withdrawn: Int
        /// The breached ones that are still running.
        package var overdue: Int
        /// `met / (met + breached)`: what became of the clocks whose outcome is known.
        package var shareMet: Double?
        /// From start to stop of met clocks and of those stopped late, in wall and in working time.
        package var time: DurationSummary?
        package var workingTime: DurationSummary?
    }

    package var groupBy: GroupBy
    package var asOf: Instant
    /// By kind, then by group; without empty ones.
    ///
    /// Grouped by owner, it is the owner that the clock itself was for.
    package var rows: [Row]

    package init(_ columns: Columns, by groupBy: GroupBy = .all, _ scope: Scope) {
        self.groupBy = groupBy
        asOf = scope.asOf
        let groups = LeadGroups(columns, by: groupBy, scope)
        let clocks = columns.clocks
        let kinds = columns.clockKinds
        let tally = ClockTally(clocks, kinds: kinds.count, groups, by: groupBy, asOf: scope.asOf.milliseconds)
        rows = tally.rows(clocks, kinds: kinds.labels, groups: groups.labels)
    }
}
