package import LeadCore

/// How long leads take in their entirety to be processed (requirement I1): from capture until they are first accepted,
/// converted or closed.
package struct ProcessingReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var group: Code
        package var groupLabel: String
        /// From capture to processed; nil while none is.
        package var wall: DurationSummary?
        package var working: DurationSummary?
        /// Since the capture of those that are not processed yet.
        package var sitting: DurationSummary?
        /// The median over both, the latter with their age so far: it cannot look better the more leads are stuck.
        package var medianWithSitting: Span?
    }

    package var groupBy: GroupBy
    package var asOf: Instant
    /// The groups that have leads, in the order of their codes.
    package var rows: [Row]

    package init(_ columns: Columns, by groupBy: GroupBy = .all, _ scope: Scope) {
        self.groupBy = groupBy
        asOf = scope.asOf
        let groups = LeadGroups(columns, by: groupBy, scope)
        let scan = ProcessedScan(columns, groups, asOf: scope.asOf.milliseconds)
        let selector = DurationSelector(
            done: scan.wall,
            scan.groups,
            going: scan.ages,
            scan.ageGroups,
            groupCount: groups.count
        )
        let wall = selector.summaries()
        let medians = selector.mediansWithGoing()
        let working = DurationSummary.each(of: scan.working, scan.groups, groupCount: groups.count)
        let sitting = DurationSummary.each(of: scan.ages, scan.ageGroups, groupCount: groups.count)
        rows = (0..<groups.count).compactMap { group in
            guard wall[group] != nil || sitting[group] != nil else { return nil }
            return Row(
                group: Code(group),
                groupLabel: groups.labels[group],
                wall: wall[group],
                working: working[group],
                sitting: sitting[group],
                medianWithSitting: medians[group]
            )
        }
    }
}

/// The leads of a report with the time that they took to be processed, or their age while they are not.
private struct ProcessedScan {
    private(set) var wall: [Int64] = []
    private(set) var working: [Int64] = []
    private(set) var groups: [UInt32] = []
    private(set) var ages: [Int64] = []
    private(set) var ageGroups: [UInt32] = []

    init(_ columns: Columns, _ leadGroups: LeadGroups, asOf: Int64) {
        var processed = [Int64](repeating: never, count: columns.leads.count)
        for step in columns.statusOrder where step.isProcessed {
            let stays = columns.stays[Int(step.code)]
            for stay in 0..<stays.count where stays.entered[stay] <= asOf {
                let lead = Int(stays.lead[stay])
                processed[lead] = min(processed[lead], stays.entered[stay])
            }
        }
        for lead in processed.indices where leadGroups.ids[lead] != leadGroups.outside {
            let created = columns.leads.created[lead]
            guard processed[lead] != never else {
                ages.append(asOf - created)
                ageGroups.append(leadGroups.ids[lead])
                continue
            }
            let end = max(created, processed[lead])
            wall.append(end - created)
            working.append(
                max(0, columns.workingTime(Instant(milliseconds: created), Instant(milliseconds: end)).milliseconds)
            )
            groups.append(leadGroups.ids[lead])
        }
    }
}

extension Columns.Step {
    /// Whether a lead that enters it has been processed: sales took it, or it is closed.
    var isProcessed: Bool {
        switch kind {
        case .accepted, .converted, .rejected, .lost, .merged: true
        case .new, .working, .qualified, .handed, .nurture: false
        case nil: !isOpen
        }
    }
}
