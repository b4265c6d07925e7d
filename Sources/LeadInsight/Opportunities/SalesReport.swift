package import LeadCore

/// What was sold: deals won as of the instant, by product, seller, source, campaign or month.
package struct SalesReport: Hashable, Sendable {
    /// What is put side by side.
    package enum Subject: Hashable, Sendable {
        case product, seller, source, campaign
        /// By the month that a deal was won in, given the starts of the months in the workspace's time zone.
        ///
        /// A deal from before the first of them is left out.
        case month(starts: [Instant])
    }

    package struct Row: Hashable, Sendable {
        /// The code of the product, seller, source or campaign; the place of the month.
        package var group: Code
        /// Empty for a month, which `start` names.
        package var groupLabel: String
        package var start: Instant?
        package var wins = 0
        /// The sum of the amounts of the deals won.
        package var won = Amounts()
    }

    package var subject: Subject
    package var asOf: Instant
    /// Those with a win, by the order of their codes; every month that was given.
    package var rows: [Row]

    package init(_ columns: Columns, by subject: Subject, _ scope: Scope) {
        self.subject = subject
        asOf = scope.asOf
        rows = Self.emptyRows(columns, subject)
        let deals = columns.opportunities
        let leads = LeadGroups(columns, by: .all, scope)
        let scan = OpportunityScan(columns, leads, scope)
        let groups = Self.groups(columns, subject)
        var won = AmountTally(groups: rows.count, columns.currencies)
        for i in 0..<deals.count where scan.groups[i] != scan.outside && deals.won[i] <= scope.asOf.milliseconds {
            guard let group = groups(i) else { continue }
            rows[group].wins += 1
            won.add(deals.amount[i], deals.currency[i], group)
        }
        for group in rows.indices { rows[group].won = won.amounts(group) }
        rows.removeAll { $0.wins == 0 && $0.start == nil }
    }

    private static func emptyRows(_ columns: Columns, _ subject: Subject) -> [Row] {
        func rows(_ labels: [String]) -> [Row] {
            labels.enumerated().map { Row(group: Code($0), groupLabel: $1) }
        }
        return switch subject {
        case .product: rows(columns.products.labels)
        case .seller: rows(columns.owners.labels)
        case .source: rows(columns.sources.labels)
        case .campaign: rows(columns.campaigns.labels)
        case .month(let starts):
            starts.sorted().enumerated().map { Row(group: Code($0), groupLabel: "", start: $1) }
        }
    }

    /// Which row a deal counts in.
    private static func groups(_ columns: Columns, _ subject: Subject) -> (Int) -> Int? {
        let deals = columns.opportunities
        func ofOrigin(_ column: [Code]) -> (Int) -> Int? {
            { deal in
                let lead = deals.origin[deal]
                return lead == OpportunityColumns.noLead ? Int(Codebook.none) : Int(column[Int(lead)])
            }
        }
        switch subject {
        case .product: return { Int(deals.product[$0]) }
        case .seller: return { Int(deals.seller[$0]) }
        case .source: return ofOrigin(columns.leads.source)
        case .campaign: return ofOrigin(columns.leads.campaign)
        case .month(let starts):
            let slots = InstantSlots(starts.map(\.milliseconds).sorted())
            return { deal in
                let month = slots.first(notBefore: deals.won[deal] + 1) - 1
                return month >= 0 ? month : nil
            }
        }
    }
}
