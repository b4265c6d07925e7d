package import LeadCore

/// What the pool of recycled leads yields (requirements G4, X12), by the month in which they were recycled, or by who owns
/// them for marketing.
///
/// What came of a lead counts once, with the last recycling before it.
package struct RecycledReport: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// The month of recycling, given the starts of the months in the workspace's time zone.
        ///
        /// What was recycled before the first of them is left out.
        case month(starts: [Instant])
        case marketingOwner
    }

    package struct Row: Hashable, Sendable {
        /// The place of the month, or the code of the owner.
        package var group: Code
        /// Empty for a month, which `start` names.
        package var groupLabel: String
        package var start: Instant?
        package var recycled = 0
        /// Those that are with marketing still.
        package var waiting = 0
        package var wokenByDate = 0
        package var wokenBySignal = 0
        /// By hand, or moved on in another way.
        package var takenUp = 0
        package var requalified = 0
        package var handedOff = 0
        package var sales = 0
        package var won = Amounts()
    }

    package var subject: Subject
    package var asOf: Instant
    /// Those with anything recycled.
    package var rows: [Row]

    package init(_ columns: Columns, by subject: Subject, _ scope: Scope) {
        self.subject = subject
        asOf = scope.asOf
        var rows = Self.emptyRows(columns, subject)
        let groups = LeadGroups(columns, by: .all, scope)
        let place = Self.place(columns, subject)
        var won = AmountTally(groups: rows.count, columns.currencies)
        let deals = columns.opportunities
        for recycling in Recyclings(columns, groups, asOf: scope.asOf.milliseconds).all {
            guard let row = place(recycling) else { continue }
            rows[row].add(recycling)
            for deal in recycling.sales { won.add(deals.amount[deal], deals.currency[deal], row) }
        }
        for row in rows.indices { rows[row].won = won.amounts(row) }
        self.rows = rows.filter { $0.recycled > 0 }
    }

    private static func emptyRows(_ columns: Columns, _ subject: Subject) -> [Row] {
        switch subject {
        case .month(let starts):
            starts.sorted().enumerated().map { Row(group: Code($0), groupLabel: "", start: $1) }
        case .marketingOwner: columns.owners.labels.enumerated().map { Row(group: Code($0), groupLabel: $1) }
        }
    }

    private static func place(_ columns: Columns, _ subject: Subject) -> (Recyclings.Recycling) -> Int? {
        switch subject {
        case .month(let starts):
            let slots = InstantSlots(starts.map(\.milliseconds).sorted())
            return { recycling in
                let month = slots.first(notBefore: recycling.at + 1) - 1
                return month >= 0 ? month : nil
            }
        case .marketingOwner: return { Int(columns.leads.marketing[$0.lead]) }
        }
    }
}

extension RecycledReport.Row {
    fileprivate mutating func add(_ recycling: Recyclings.Recycling) {
        recycled += 1
        if recycling.left == never {
            waiting += 1
        } else {
            switch recycling.cause {
            case .date: wokenByDate += 1
            case .signal: wokenBySignal += 1
            case .person, nil: takenUp += 1
            }
        }
        if recycling.requalified { requalified += 1 }
        if recycling.handedOff { handedOff += 1 }
        sales += recycling.sales.count
    }
}
