package import LeadCore

/// The deals that are open as of an instant, by the stage they were in then (requirement H1, the sales side).
package struct PipelineReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var stage: Code
        package var stageLabel: String
        package var deals: Int
        /// The sum of their amounts, as the amounts are known now.
        package var value: Amounts
        /// Since they were opened: `asOf − opened`.
        package var age: DurationSummary?
    }

    package var asOf: Instant
    /// The open stages in the order of the sales process, also empty ones; then others that open deals are in.
    package var rows: [Row]

    /// A deal is open from its opening until it is won or lost.
    package init(_ columns: Columns, _ scope: Scope) {
        self.asOf = scope.asOf
        let asOf = scope.asOf.milliseconds
        let deals = columns.opportunities
        let scan = OpportunityScan(columns, LeadGroups(columns, by: .all, scope), scope)
        let stages = deals.stages.values(count: deals.count, asOf: asOf)
        var values = AmountTally(groups: columns.stages.count, columns.currencies)
        var ages: [Int64] = []
        var ageStages: [UInt32] = []
        for i in 0..<deals.count where scan.groups[i] != scan.outside && min(deals.won[i], deals.lost[i]) > asOf {
            values.add(deals.amount[i], deals.currency[i], Int(stages[i]))
            ages.append(asOf - deals.opened[i])
            ageStages.append(stages[i])
        }
        let summaries = DurationSummary.each(of: ages, ageStages, groupCount: columns.stages.count)
        let unknown = Columns.Step(Codebook.none, isOpen: false, isMilestone: false)
        rows = (columns.stageOrder + [unknown]).compactMap { step in
            let stage = Int(step.code)
            guard step.isOpen || summaries[stage] != nil else { return nil }
            return Row(
                stage: step.code,
                stageLabel: columns.stages.label(step.code),
                deals: summaries[stage]?.count ?? 0,
                value: values.amounts(stage),
                age: summaries[stage]
            )
        }
    }
}
