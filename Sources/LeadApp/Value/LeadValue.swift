package import LeadCore
package import LeadStore

/// What a lead is worth: expected, realised, and what its account bought later (requirement H3).
package struct LeadValue: Sendable {
    package var expected: ExpectedValue
    /// The sales that came from this lead.
    package var realised: [WonDeal]
    /// The account's sales that count with this lead by first touch, its own among them.
    package var credited: [WonDeal]
    /// The lead that opened the account's relation with this product class, when it is another.
    package var firstTouch: Lead.ID?

    init(_ lead: Lead, _ row: LeadRow, _ snapshot: borrowing Snapshot, _ policy: Policy) throws {
        let candidates = try snapshot.firstTouches(of: lead.account)
        let deals = try snapshot.wonDeals(of: lead.account)
        let first = candidates.first { $0.productClass == lead.productClass }?.lead
        expected = policy.expectedValue(row.valueBasis)
        realised = deals.filter { $0.origin == lead.id }
        credited = deals.filter { deal in
            let counted = FirstTouch.lead(
                of: deal.productClass,
                wonAt: deal.wonAt,
                origin: deal.origin,
                among: candidates
            )
            return counted == lead.id
        }
        firstTouch = first == lead.id ? nil : first
    }

    /// The account's further sales that count with this lead.
    package func attributed(to lead: Lead.ID) -> [WonDeal] {
        credited.filter { $0.origin != lead }
    }

    /// What counts with the lead within a time from its creation.
    package func credited(to lead: Lead, within horizon: Horizon) -> [WonDeal] {
        credited.filter { $0.wonAt <= lead.createdAt + horizon.span }
    }
}
