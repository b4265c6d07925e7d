package import LeadCore
package import LeadStore

/// A company with its people, leads and deals, as far as the actor may see them: there is nothing to see without one of them.
package struct AccountDetail: Query {
    /// Of each; totals count all.
    package static let most = 200

    package var account: Account.ID

    package init(account: Account.ID) {
        self.account = account
    }

    package struct Answer: Sendable {
        package var account: AccountRecord
        package var people: [ContactRecord]
        /// Open ones first, each newest first.
        package var leads: [LeadRow]
        package var deals: [OpportunityRow]
        package var totals: Totals
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
    }

    /// How many there are and what they are worth, one sum per currency.
    package struct Totals: Sendable {
        package var openLeads = 0
        package var closedLeads = 0
        package var openDeals = 0
        package var wonDeals = 0
        /// What open leads are worth: what was said, or else what one of their class is.
        package var openValue: [Money] = []
        package var pipeline: [Money] = []
        package var won: [Money] = []
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        guard let record = try snapshot.account(account) else { throw Refusal.notFound("account") }
        let access = desk.access
        let leads = try leads(true, snapshot, access) + leads(false, snapshot, access)
        var deals = OpportunityFilter()
        deals.account = account
        deals.owners = access.dealOwners
        deals.limit = Self.most
        let dealRows = try snapshot.opportunityRows(deals)
        guard access.seesEverything || !leads.isEmpty || !dealRows.isEmpty else { throw Refusal.notFound("account") }
        return Answer(
            account: record,
            people: try people(snapshot, access),
            leads: Array(leads.prefix(Self.most)),
            deals: dealRows,
            totals: try totals(deals, snapshot, desk),
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now
        )
    }

    private func leads(_ open: Bool, _ snapshot: borrowing Snapshot, _ access: Access) throws -> [LeadRow] {
        var filter = LeadFilter()
        filter.account = account
        filter.open = open
        filter.limit = Self.most
        return try snapshot.leadRows(filter, in: access.scope, clocks: false)
    }

    /// Partners see those on what they see alone; inside the house whoever works for a company sees its people.
    private func people(_ snapshot: borrowing Snapshot, _ access: Access) throws -> [ContactRecord] {
        guard access.actor.role == .partner else { return try snapshot.people(of: account, limit: Self.most) }
        return try snapshot.people(
            of: account,
            onLeadsIn: access.scope,
            orDealsOf: access.dealOwners ?? [],
            limit: Self.most
        )
    }

    private func totals(_ deals: OpportunityFilter, _ snapshot: borrowing Snapshot, _ desk: Desk) throws -> Totals {
        var totals = Totals()
        var filter = LeadFilter()
        filter.account = account
        for total in try snapshot.statusTotals(filter, in: desk.access.scope, desk.policy) {
            let isOpen = desk.policy.process.kind(of: total.status)?.isOpen ?? false
            if isOpen {
                totals.openLeads += total.count
                totals.openValue = try Money.sums(totals.openValue + total.values)
            } else {
                totals.closedLeads += total.count
            }
        }
        for total in try snapshot.stageTotals(deals) {
            switch desk.policy.opportunityStages.first(where: { $0.key == total.stage })?.kind {
            case .open:
                totals.openDeals += total.count
                totals.pipeline = try Money.sums(totals.pipeline + total.amounts)
            case .won:
                totals.wonDeals += total.count
                totals.won = try Money.sums(totals.won + total.amounts)
            default: break
            }
        }
        return totals
    }
}

extension Access {
    var seesEverything: Bool {
        if case .all = scope { true } else { false }
    }
}

extension Money {
    /// One sum per currency, in the order of their codes.
    fileprivate static func sums(_ amounts: [Money]) throws(Refusal) -> [Money] {
        var sums: [Money] = []
        for (_, group) in Dictionary(grouping: amounts, by: \.currency).sorted(by: { $0.key < $1.key }) {
            if let sum = try Money.total(group) { sums.append(sum) }
        }
        return sums
    }
}
