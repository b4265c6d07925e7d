package import LeadCore

/// What each campaign, or each source, brought and what that cost (requirements I3, I4, H4).
///
/// Everything is counted in its own place and then put side by side, so no join can count a response, a deal or a cost twice.
/// A deal is credited once: to the campaign and source of the lead among its leads that was created first.
package struct CampaignReport: Hashable, Sendable {
    /// What is put side by side.
    package enum Subject: String, CaseIterable, Sendable {
        case campaign, source

        var groupBy: GroupBy {
            switch self {
            case .campaign: .campaign
            case .source: .source
            }
        }
    }

    package struct Row: Hashable, Sendable {
        package var group: Code
        package var groupLabel: String
        /// Responses in the response ledger (contact × campaign × event), with or without a lead.
        package var responses = 0
        /// Different people among them.
        package var people = 0
        package var leads = 0
        /// Distinct leads that ever entered each milestone of the process, in its order.
        package var reached: [Int] = []
        /// Deals credited to it, whatever became of them.
        package var opportunities = 0
        package var wins = 0
        package var won = Amounts()
        /// What it cost, once.
        ///
        /// Nil for sources and for campaigns without a known cost.
        package var cost: Money?
        /// `cost / responses`, to the minor unit, halves up; nil when there is nothing to divide by.
        ///
        /// The next two likewise.
        package var costPerResponse: Money?
        package var costPerLead: Money?
        package var costPerWin: Money?
        /// `(won − cost) / cost`; nil without a cost, or when something was won in another currency than the cost's.
        package var returnOnCost: Double?
    }

    package var subject: Subject
    package var asOf: Instant
    /// The keys and the labels of `Row.reached`.
    package var milestoneKeys: [String]
    package var milestoneLabels: [String]
    /// Those that have anything to show, in the order of their codes.
    package var rows: [Row]

    package init(_ columns: Columns, by subject: Subject, _ scope: Scope) {
        self.subject = subject
        asOf = scope.asOf
        milestoneKeys = columns.milestones.map { columns.statuses.keys[Int($0)] }
        milestoneLabels = columns.milestones.map(columns.statuses.label)
        var tally = CampaignTally(columns, subject, scope)
        tally.addLeads()
        tally.addResponses()
        tally.addOpportunities()
        if subject == .campaign { tally.addCosts() }
        rows = tally.rows.filter { $0.responses + $0.leads + $0.opportunities > 0 || $0.cost != nil }
    }
}
