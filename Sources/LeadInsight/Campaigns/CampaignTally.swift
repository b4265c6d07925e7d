import LeadCore

/// Fills the rows of a `CampaignReport`, one kind of thing at a time.
struct CampaignTally {
    private let columns: Columns
    private let subject: CampaignReport.Subject
    private let scope: Scope
    private let groups: LeadGroups
    private(set) var rows: [CampaignReport.Row]

    init(_ columns: Columns, _ subject: CampaignReport.Subject, _ scope: Scope) {
        self.columns = columns
        self.subject = subject
        self.scope = scope
        groups = LeadGroups(columns, by: subject.groupBy, scope)
        rows = groups.labels.enumerated().map { CampaignReport.Row(group: Code($0), groupLabel: $1) }
    }

    mutating func addLeads() {
        for (group, leads) in groups.sizes().enumerated() { rows[group].leads = leads }
        var arrivals = FirstArrivals(leadCount: columns.leads.count)
        for status in columns.milestones {
            var reached = [Int](repeating: 0, count: rows.count)
            for group in arrivals.next(columns, status, groups, asOf: scope.asOf.milliseconds).groups {
                reached[Int(group)] += 1
            }
            for group in rows.indices { rows[group].reached.append(reached[group]) }
        }
    }

    /// A response is let through by its own source, campaign and time; by the rest of a filter only through its lead.
    mutating func addResponses() {
        let responses = columns.responses
        let filter = scope.filter
        let from = filter.createdFrom?.milliseconds ?? .min
        let before = min(filter.createdBefore?.milliseconds ?? .max, scope.asOf.milliseconds + 1)
        var people = PeopleCount(responses.contactCount, groups: rows.count)
        for i in 0..<responses.count where responses.at[i] >= from && responses.at[i] < before {
            guard filter.sources?.contains(responses.source[i]) ?? true,
                filter.campaigns?.contains(responses.campaign[i]) ?? true,
                isLetThroughByLead(responses.lead[i])
            else { continue }
            let group = Int(subject == .campaign ? responses.campaign[i] : responses.source[i])
            rows[group].responses += 1
            people.add(responses.contact[i], group)
        }
        for (group, count) in people.counts().enumerated() { rows[group].people = count }
    }

    private func isLetThroughByLead(_ lead: UInt32) -> Bool {
        if scope.filter.asksOnlySourceAndCampaign { return true }
        return lead != ResponseColumns.noLead && groups.ids[Int(lead)] != groups.outside
    }

    mutating func addOpportunities() {
        let opportunities = columns.opportunities
        let scan = OpportunityScan(columns, groups, scope)
        var won = AmountTally(groups: rows.count, columns.currencies)
        for i in 0..<opportunities.count where scan.groups[i] != scan.outside {
            let group = Int(scan.groups[i])
            rows[group].opportunities += 1
            guard opportunities.won[i] <= scope.asOf.milliseconds else { continue }
            rows[group].wins += 1
            won.add(opportunities.amount[i], opportunities.currency[i], group)
        }
        for group in rows.indices { rows[group].won = won.amounts(group) }
    }

    /// The cost of a campaign is what it is, however the report is filtered; other campaigns than asked for stay out.
    mutating func addCosts() {
        for (campaign, cost) in columns.campaignCosts {
            guard scope.filter.campaigns?.contains(campaign) ?? true else { continue }
            rows[Int(campaign)].setCost(cost)
        }
    }
}

extension CampaignReport.Row {
    fileprivate mutating func setCost(_ cost: Money) {
        func per(_ count: Int) -> Money? {
            guard count > 0 else { return nil }
            return Money(minor: Int64(saturating: Double(cost.minor) / Double(count)), currency: cost.currency)
        }
        self.cost = cost
        costPerResponse = per(responses)
        costPerLead = per(leads)
        costPerWin = per(wins)
        if cost.minor > 0, let won = won.only(in: cost.currency) {
            returnOnCost = (Double(won.minor) - Double(cost.minor)) / Double(cost.minor)
        }
    }
}

/// Counts different people per group: the responses are put in order of their groups, so one mark per person is enough.
private struct PeopleCount {
    private var people: [[UInt32]]
    private let contactCount: Int

    init(_ contactCount: Int, groups: Int) {
        self.contactCount = contactCount
        people = [[UInt32]](repeating: [], count: groups)
    }

    mutating func add(_ contact: UInt32, _ group: Int) {
        people[group].append(contact)
    }

    func counts() -> [Int] {
        var lastGroup = [Int32](repeating: -1, count: contactCount)
        return people.enumerated().map { group, contacts in
            var count = 0
            for contact in contacts where lastGroup[Int(contact)] != Int32(group) {
                lastGroup[Int(contact)] = Int32(group)
                count += 1
            }
            return count
        }
    }
}
