package import LeadCore

/// How far leads get (requirement H4): how many ever entered each step on the way, in groups side by side.
///
/// A lead counts once per step, whenever and however often it entered it. One that skipped a step and entered a later one has
/// got past it, so of those who got as far as one step never more got to the next.
package struct FunnelReport: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var status: Code
        package var statusLabel: String
        /// Distinct leads that have entered the status.
        package var reached: Int
        /// Distinct leads that have entered the status or a later step: how many got this far.
        package var passed: Int
        /// `reached / leads`.
        ///
        /// Nil without leads.
        package var ofAll: Double?
        /// `passed / passed of the step before`, never more than one.
        ///
        /// Nil for the first step and after an empty one.
        package var ofPrevious: Double?
        /// From the creation of the lead to its first entering.
        package var time: DurationSummary?
    }

    package struct Row: Hashable, Sendable {
        package var group: Code
        package var groupLabel: String
        package var leads: Int
        package var steps: [Step]
    }

    package var groupBy: GroupBy
    package var asOf: Instant
    /// The groups that have leads, in the order of their codes.
    package var rows: [Row]

    /// `steps` are the milestones of the process unless said otherwise.
    package init(_ columns: Columns, by groupBy: GroupBy = .all, steps: [Code]? = nil, _ scope: Scope) {
        self.groupBy = groupBy
        asOf = scope.asOf
        let groups = LeadGroups(columns, by: groupBy, scope)
        let leads = groups.sizes()
        rows = leads.indices.map {
            Row(group: Code($0), groupLabel: groups.labels[$0], leads: leads[$0], steps: [])
        }
        var arrivals = FirstArrivals(leadCount: columns.leads.count)
        for status in steps ?? columns.milestones {
            let found = arrivals.next(columns, status, groups, asOf: scope.asOf.milliseconds)
            let summaries = DurationSummary.each(of: found.times, found.groups, groupCount: groups.count)
            for i in rows.indices {
                rows[i].add(status, columns.statuses.label(status), summaries[i])
            }
            for (group, before) in zip(found.groups, found.before) { rows[Int(group)].pass(after: Int(before)) }
        }
        for i in rows.indices { rows[i].compare() }
        rows.removeAll { $0.leads == 0 }
    }
}

extension FunnelReport.Row {
    fileprivate mutating func add(_ status: Code, _ label: String, _ time: DurationSummary?) {
        let reached = time?.count ?? 0
        steps.append(
            FunnelReport.Step(
                status: status,
                statusLabel: label,
                reached: reached,
                passed: 0,
                ofAll: share(reached, of: leads),
                time: time
            )
        )
    }

    /// A lead whose farthest step was `before`, counted from 1, has entered the last one: it has got past those between.
    fileprivate mutating func pass(after before: Int) {
        for index in before..<steps.count { steps[index].passed += 1 }
    }

    fileprivate mutating func compare() {
        for index in steps.indices.dropFirst() {
            steps[index].ofPrevious = share(steps[index].passed, of: steps[index - 1].passed)
        }
    }
}
