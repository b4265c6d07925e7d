import LeadCore

/// Adds up a `ValueReport`, one kind of value at a time.
struct ValueTally {
    private let columns: Columns
    private let groups: LeadGroups
    private let asOf: Int64
    private var expected: AmountTally
    private var realised: AmountTally
    private var attributed: AmountTally
    private var within: [AmountTally]
    private var lifetime: AmountTally

    init(_ columns: Columns, _ groups: LeadGroups, asOf: Int64) {
        self.columns = columns
        self.groups = groups
        self.asOf = asOf
        let empty = AmountTally(groups: groups.count, columns.currencies)
        expected = empty
        realised = empty
        attributed = empty
        within = Horizon.allCases.map { _ in empty }
        lifetime = empty
    }

    mutating func addOpenLeads() {
        let amounts = LeadAmounts(columns)
        for step in columns.process where step.isOpen {
            guard let row = step.kind.flatMap(columns.chances.row) else { continue }
            let sitting = SittingScan(columns.stays[Int(step.code)], groups, asOf: asOf)
            for (lead, group) in zip(sitting.leads, sitting.groups) {
                guard let value = amounts.expected(Int(lead), row) else { continue }
                expected.add(value.minor, value.currency, Int(group))
            }
        }
    }

    mutating func addDeals() {
        let deals = columns.opportunities
        let stages = deals.stages.values(count: deals.count, asOf: asOf)
        let percents = Dictionary(columns.salesProcess.map { ($0.code, $0.percent) }) { first, _ in first }
        let credit = SaleCredit(columns, asOf: asOf)
        for deal in 0..<deals.count where deals.opened[deal] <= asOf {
            if let group = group(of: deals.origin[deal]) {
                addOwn(deal, percents[stages[deal]] ?? 0, group)
            }
            if deals.won[deal] <= asOf, let group = group(of: credit.lead[deal]) {
                addFirstTouch(deal, credit.lead[deal], group)
            }
        }
    }

    private func group(of lead: UInt32) -> Int? {
        guard lead != OpportunityColumns.noLead, groups.ids[Int(lead)] != groups.outside else { return nil }
        return Int(groups.ids[Int(lead)])
    }

    private mutating func addOwn(_ deal: Int, _ percent: Int, _ group: Int) {
        let deals = columns.opportunities
        let (amount, currency) = (deals.amount[deal], deals.currency[deal])
        if deals.won[deal] <= asOf {
            realised.add(amount, currency, group)
        } else if deals.lost[deal] > asOf {
            expected.add(ExpectedValue.share(percent, of: amount), currency, group)
        }
    }

    private mutating func addFirstTouch(_ deal: Int, _ lead: UInt32, _ group: Int) {
        let deals = columns.opportunities
        let (amount, currency) = (deals.amount[deal], deals.currency[deal])
        lifetime.add(amount, currency, group)
        if deals.origin[deal] != lead { attributed.add(amount, currency, group) }
        let time = deals.won[deal] - columns.leads.created[Int(lead)]
        for (index, horizon) in Horizon.allCases.enumerated() where time <= horizon.span.milliseconds {
            within[index].add(amount, currency, group)
        }
    }

    func row(_ group: Code, _ label: String, leads: Int) -> ValueReport.Row {
        let index = Int(group)
        var row = ValueReport.Row(group: group, groupLabel: label, leads: leads)
        row.expected = expected.amounts(index)
        row.realised = realised.amounts(index)
        row.attributed = attributed.amounts(index)
        row.within = within.map { $0.amounts(index) }
        row.lifetime = lifetime.amounts(index)
        row.lifetimePerLead = row.lifetime.single.map { sum in
            Money(minor: Int64((Double(sum.minor) / Double(leads)).rounded()), currency: sum.currency)
        }
        return row
    }
}
