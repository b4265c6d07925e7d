package import LeadCore

/// Where the leads are as of an instant, and how long those in open statuses have been there.
package struct CurrentStatusReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var group: Code
        package var groupLabel: String
        package var status: Code
        package var statusLabel: String
        package var isOpen: Bool
        package var leads: Int
        /// `leads / leads of the group in any status`.
        package var ofGroup: Double?
        /// Since when they are in the status: `asOf − entered`.
        ///
        /// Only for open statuses: a closed one is not waiting.
        package var age: DurationSummary?
    }

    package var groupBy: GroupBy
    package var asOf: Instant
    /// By status in process order, then by group; without empty ones.
    package var rows: [Row] = []

    package init(_ columns: Columns, by groupBy: GroupBy = .all, _ scope: Scope) {
        self.groupBy = groupBy
        asOf = scope.asOf
        let groups = LeadGroups(columns, by: groupBy, scope)
        var totals = [Int](repeating: 0, count: groups.count)
        for step in columns.statusOrder {
            let stays = columns.stays[Int(step.code)]
            let sitting = SittingScan(stays, groups, asOf: scope.asOf.milliseconds)
            let ages = DurationSummary.each(of: sitting.ages, sitting.groups, groupCount: groups.count)
            for (group, age) in ages.enumerated() {
                guard let age else { continue }
                totals[group] += age.count
                rows.append(
                    Row(
                        group: Code(group),
                        groupLabel: groups.labels[group],
                        status: step.code,
                        statusLabel: columns.statuses.label(step.code),
                        isOpen: step.isOpen,
                        leads: age.count,
                        age: step.isOpen ? age : nil
                    )
                )
            }
        }
        for i in rows.indices { rows[i].ofGroup = share(rows[i].leads, of: totals[Int(rows[i].group)]) }
    }
}
