package import LeadCore

/// What waiting costs (requirement D2): what leads became, by how long they waited for the first response.
package struct DelayReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// Answered within this time, and not within the one before; nil for later ones and for those not answered yet.
        package var within: Span?
        package var isAnswered: Bool
        package var leads = 0
        /// Leads of which a deal was won.
        package var sold = 0
        /// What these deals won; a deal counts with the first created of its leads.
        package var realised = Amounts()
        /// `realised / leads`, to the minor unit, halves up; nil unless it is in one currency.
        package var realisedPerLead: Money?
    }

    package static let limits: [Span] = [.hours(1), .hours(4), .days(1), .days(3)]

    package var asOf: Instant
    /// The quickest first; only those with leads.
    package var rows: [Row]

    /// Leads without a first-response clock, as imported history has none, are left out.
    package init(_ columns: Columns, limits: [Span] = Self.limits, _ scope: Scope) {
        asOf = scope.asOf
        var rows = limits.map { Row(within: $0, isAnswered: true) }
        rows += [Row(within: nil, isAnswered: true), Row(within: nil, isAnswered: false)]
        let groups = LeadGroups(columns, by: .all, scope)
        let places = Self.places(columns, limits.map(\.milliseconds), scope.asOf.milliseconds)
        for lead in places.indices where places[lead] >= 0 && groups.ids[lead] != groups.outside {
            rows[places[lead]].leads += 1
        }
        let deals = columns.opportunities
        var hasSale = [Bool](repeating: false, count: columns.leads.count)
        var won = AmountTally(groups: rows.count, columns.currencies)
        for deal in 0..<deals.count where deals.won[deal] <= scope.asOf.milliseconds {
            guard deals.origin[deal] != OpportunityColumns.noLead else { continue }
            let lead = Int(deals.origin[deal])
            guard places[lead] >= 0, groups.ids[lead] != groups.outside else { continue }
            if !hasSale[lead] { rows[places[lead]].sold += 1 }
            hasSale[lead] = true
            won.add(deals.amount[deal], deals.currency[deal], places[lead])
        }
        for row in rows.indices { rows[row].setRealised(won.amounts(row)) }
        self.rows = rows.filter { $0.leads > 0 }
    }

    /// By lead: the row that it belongs to by its first clock, or -1 without one.
    private static func places(_ columns: Columns, _ limits: [Int64], _ asOf: Int64) -> [Int] {
        var places = [Int](repeating: -1, count: columns.leads.count)
        var starts = [Int64](repeating: never, count: columns.leads.count)
        let clocks = columns.clocks
        guard let kind = columns.clockKinds.existing(ClockKind.firstResponse.rawValue) else { return places }
        for clock in 0..<clocks.count where clocks.kind[clock] == kind && clocks.started[clock] <= asOf {
            let lead = Int(clocks.lead[clock])
            guard clocks.started[clock] < starts[lead] else { continue }
            starts[lead] = clocks.started[clock]
            let delay = clocks.stopped[clock] - clocks.started[clock]
            places[lead] =
                clocks.stopped[clock] <= asOf
                ? limits.firstIndex { delay <= $0 } ?? limits.count : limits.count + 1
        }
        return places
    }
}

extension DelayReport.Row {
    fileprivate mutating func setRealised(_ amounts: Amounts) {
        realised = amounts
        guard leads > 0, let sum = amounts.single else { return }
        let minor = (Double(sum.minor) / Double(leads)).rounded()
        realisedPerLead = Money(minor: Int64(minor), currency: sum.currency)
    }
}
