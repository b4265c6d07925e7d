package import LeadCore

/// What leads are worth (requirements H3, X13): expected, realised, and what their accounts bought later.
///
/// A sale is realised by the first created of its own leads, and counts by first touch with the lead that opened the
/// account's relation with the class; in each of the two it counts once, so sums over leads are sums over sales.
package struct ValueReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var group: Code
        package var groupLabel: String
        package var leads: Int
        /// Amount times chance of the open leads and of the open deals that came from leads.
        package var expected = Amounts()
        /// What the deals that came from these leads won.
        package var realised = Amounts()
        /// Further sales of their accounts, that came from other leads or from none.
        package var attributed = Amounts()
        /// What counts with these leads by first touch, won within each horizon from the creation of the lead.
        package var within: [Amounts] = []
        /// The same without a horizon.
        package var lifetime = Amounts()
        /// `lifetime / leads`, to the minor unit, halves up; nil unless it is in one currency.
        package var lifetimePerLead: Money?
    }

    package var groupBy: GroupBy
    package var asOf: Instant
    /// The groups that have leads, in the order of their codes.
    package var rows: [Row]

    package init(_ columns: Columns, by groupBy: GroupBy = .all, _ scope: Scope) {
        self.groupBy = groupBy
        asOf = scope.asOf
        let groups = LeadGroups(columns, by: groupBy, scope)
        var tally = ValueTally(columns, groups, asOf: scope.asOf.milliseconds)
        tally.addOpenLeads()
        tally.addDeals()
        rows = groups.sizes().enumerated().filter { $1 > 0 }.map { group, leads in
            tally.row(Code(group), groups.labels[group], leads: leads)
        }
    }
}
