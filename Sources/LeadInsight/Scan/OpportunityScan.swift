import LeadCore

/// The opportunities of a report: those whose origin lead is in it.
///
/// One without a lead belongs to "no value" of each dimension, so only a report without any lead filter counts it.
struct OpportunityScan {
    /// By opportunity row: its group as a lead has it, or the outside one.
    let groups: [UInt32]
    let outside: UInt32

    init(_ columns: Columns, _ leads: LeadGroups, _ scope: Scope) {
        let opportunities = columns.opportunities
        let asOf = scope.asOf.milliseconds
        let withoutLead = scope.filter == .all ? UInt32(0) : leads.outside
        groups = (0..<opportunities.count).map { row in
            guard opportunities.opened[row] <= asOf else { return leads.outside }
            let origin = opportunities.origin[row]
            return origin == OpportunityColumns.noLead ? withoutLead : leads.ids[Int(origin)]
        }
        outside = leads.outside
    }
}
