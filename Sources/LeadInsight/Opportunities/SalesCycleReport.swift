package import LeadCore

/// How long it takes from first contact to the sale: from the creation of a deal's first lead until it was won.
package struct SalesCycleReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var group: Code
        package var groupLabel: String
        /// `won − created of the origin lead`, over the deals won as of the instant that came from a lead.
        package var cycle: DurationSummary
    }

    package var groupBy: GroupBy
    package var asOf: Instant
    package var rows: [Row]

    package init(_ columns: Columns, by groupBy: GroupBy = .source, _ scope: Scope) {
        self.groupBy = groupBy
        asOf = scope.asOf
        let deals = columns.opportunities
        let leads = LeadGroups(columns, by: groupBy, scope)
        let scan = OpportunityScan(columns, leads, scope)
        var times: [Int64] = []
        var groups: [UInt32] = []
        for i in 0..<deals.count where scan.groups[i] != scan.outside && deals.won[i] <= scope.asOf.milliseconds {
            guard deals.origin[i] != OpportunityColumns.noLead else { continue }
            times.append(max(0, deals.won[i] - columns.leads.created[Int(deals.origin[i])]))
            groups.append(scan.groups[i])
        }
        rows = DurationSummary.each(of: times, groups, groupCount: leads.count).enumerated().compactMap {
            group,
            cycle in
            cycle.map { Row(group: Code(group), groupLabel: leads.labels[group], cycle: $0) }
        }
    }
}
