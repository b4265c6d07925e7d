package import LeadCore

/// What came of the leads of each marketing owner and of each owner in sales (requirement E6): both are credited.
///
/// Each of the two counts every lead and every sale once, so both have the same totals, which must not be added up.
package struct CreditReport: Hashable, Sendable {
    package enum Side: String, CaseIterable, Sendable {
        case marketing, sales
    }

    package struct Row: Hashable, Sendable {
        package var owner: Code
        package var ownerLabel: String
        package var leads = 0
        /// Leads that were ever accepted by sales.
        package var accepted = 0
        package var sales = 0
        package var won = Amounts()
    }

    package var side: Side
    package var asOf: Instant
    /// Owners with anything to show, the one with most sales first; leads that nobody owns come under "(none)".
    package var rows: [Row]

    package init(_ columns: Columns, by side: Side, _ scope: Scope) {
        self.side = side
        asOf = scope.asOf
        let all = LeadGroups(columns, by: .all, scope)
        let owners =
            side == .marketing
            ? columns.leads.marketing
            : columns.leadOwners.values(count: columns.leads.count, asOf: scope.asOf.milliseconds)
        var rows = columns.owners.labels.enumerated().map { Row(owner: Code($0), ownerLabel: $1) }
        let accepted = Self.accepted(columns, asOf: scope.asOf.milliseconds)
        for lead in owners.indices where all.ids[lead] != all.outside {
            rows[Int(owners[lead])].leads += 1
            if accepted[lead] { rows[Int(owners[lead])].accepted += 1 }
        }
        let deals = columns.opportunities
        let scan = OpportunityScan(columns, all, scope)
        var won = AmountTally(groups: rows.count, columns.currencies)
        for deal in 0..<deals.count where scan.groups[deal] != scan.outside {
            guard deals.won[deal] <= scope.asOf.milliseconds else { continue }
            let owner = Int(Self.owner(of: deal, columns, side, owners))
            rows[owner].sales += 1
            won.add(deals.amount[deal], deals.currency[deal], owner)
        }
        for owner in rows.indices { rows[owner].won = won.amounts(owner) }
        self.rows = rows.filter { $0.leads + $0.sales > 0 }.sorted { ($1.sales, $1.leads) < ($0.sales, $0.leads) }
    }

    /// Whom a sale is credited to: its seller; for marketing, or without a seller, the owner of its first created lead.
    private static func owner(of deal: Int, _ columns: Columns, _ side: Side, _ owners: [Code]) -> Code {
        let deals = columns.opportunities
        if side == .sales, deals.seller[deal] != Codebook.none { return deals.seller[deal] }
        let origin = deals.origin[deal]
        return origin == OpportunityColumns.noLead ? Codebook.none : owners[Int(origin)]
    }

    private static func accepted(_ columns: Columns, asOf: Int64) -> [Bool] {
        var accepted = [Bool](repeating: false, count: columns.leads.count)
        for step in columns.process where step.kind == .accepted {
            let stays = columns.stays[Int(step.code)]
            for stay in 0..<stays.count where stays.entered[stay] <= asOf { accepted[Int(stays.lead[stay])] = true }
        }
        return accepted
    }
}
