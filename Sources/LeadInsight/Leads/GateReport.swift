package import LeadCore

/// What became of the leads that were let through to sales, by what they showed at the gate (requirement X6): how well the
/// gate tells which leads will buy.
///
/// Each lead counts once, with the last time that it passed. Leads that are with sales by their imported history alone passed
/// no gate here and stand apart.
package struct GateReport: Hashable, Sendable {
    package enum Subject: CaseIterable, Sendable {
        case grade, level, version
    }

    package struct Row: Hashable, Sendable {
        package var label: String
        package var leads = 0
        /// Leads that sales ever accepted.
        package var accepted = 0
        /// Leads whose deal was won, also when several became one.
        package var won = 0
        package var lost = 0
        /// What their deals brought, each counted with the first created of its leads.
        package var amount = Amounts()
    }

    package var subject: Subject
    package var asOf: Instant
    package var rows: [Row]

    package init(_ columns: Columns, by subject: Subject, _ scope: Scope) {
        self.subject = subject
        asOf = scope.asOf
        var tally = GateTally(columns, subject, asOf: scope.asOf.milliseconds)
        let groups = LeadGroups(columns, by: .all, scope)
        let passes = columns.passes.latest(leads: columns.leads.count, asOf: scope.asOf.milliseconds)
        for lead in passes.indices where groups.ids[lead] != groups.outside {
            if passes[lead] >= 0 {
                tally.count(lead, passed: passes[lead])
            } else if tally.isWithSales(lead) {
                tally.countImported(lead)
            }
        }
        rows = tally.rows()
    }
}
