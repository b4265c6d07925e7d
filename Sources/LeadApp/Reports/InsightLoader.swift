import LeadCore
import LeadInsight
import LeadStore

/// Feeds columns with what the store has beyond a cursor; from a cursor at zero that is everything.
enum InsightLoader {
    static func load(
        into columns: inout Columns,
        from snapshot: borrowing Snapshot,
        since cursor: HistoryCursor,
        _ policy: Policy
    ) throws {
        let names = try ReportNames(snapshot)
        try loadLeads(&columns, snapshot, cursor, names)
        try loadReclassified(&columns, snapshot, cursor, names)
        let stages = try loadStays(&columns, snapshot, cursor, names)
        try loadClocks(&columns, snapshot, cursor, names)
        try loadSkips(&columns, snapshot, cursor, names)
        try loadResponses(&columns, snapshot, cursor, names)
        try loadDeals(&columns, snapshot, cursor, names, stages, policy)
        try loadPasses(&columns, snapshot, cursor)
        if cursor.ledger == 0 { columns.settle() }
    }

    private static func loadPasses(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor
    ) throws {
        try snapshot.eachGatePass(since: cursor) { pass in
            guard let row = columns.leads.row(of: pass.lead) else { return }
            let shown = pass.levels ?? Qualification()
            columns.pass(row, at: pass.at, gate: pass.gateVersion, showing: shown, pass.grade)
        }
    }

    /// Brings labels, processes, costs and class values up to date, which change without a line in the ledger; the tables are small.
    static func refresh(_ columns: inout Columns, from snapshot: borrowing Snapshot, _ policy: Policy) throws {
        setProcesses(&columns, policy)
        for campaign in try snapshot.campaigns() {
            let code = columns.campaigns.code(campaign.id.description, label: campaign.name)
            columns.setCost(
                campaign.currency.map { Money(minor: campaign.cost, currency: $0) },
                ofCampaign: code
            )
        }
        for source in try snapshot.sources() { columns.sources.relabel(source.id.description, source.name) }
        for each in try snapshot.productClasses() {
            let code = columns.productClasses.code(each.id.description, label: each.name)
            columns.setClassValue(try snapshot.defaultValue(of: each.id), of: code)
        }
        for product in try snapshot.products() { columns.products.relabel(product.id.description, product.name) }
        let directory = try Directory(snapshot)
        for key in columns.owners.keys {
            if let owner = Owner(key) { columns.owners.relabel(key, directory.name(owner)) }
        }
    }

    private static func setProcesses(_ columns: inout Columns, _ policy: Policy) {
        columns.setChances(policy.chances)
        columns.setProcess(
            policy.process.steps.map { step in
                Columns.Step(
                    columns.statuses.code(step.status.rawValue, label: step.label),
                    isOpen: step.kind.isOpen,
                    isMilestone: step.kind.isMilestone,
                    kind: step.kind
                )
            }
        )
        columns.setSalesProcess(
            policy.opportunityStages.map { stage in
                Columns.Step(
                    columns.stages.code(stage.key, label: stage.label),
                    isOpen: stage.kind == .open,
                    isMilestone: stage.kind != .lost,
                    percent: stage.percent
                )
            }
        )
    }

    private static func loadLeads(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor,
        _ names: ReportNames
    ) throws {
        if cursor.ledger == 0 { columns.reserve(leads: try snapshot.census().leads) }
        try snapshot.eachChangedLead(since: cursor) { lead in
            columns.putLead(
                lead.id,
                LeadFacts(
                    created: lead.createdAt,
                    source: names.source(lead.source, &columns.sources),
                    campaign: lead.campaign.map { columns.campaigns.code($0.description) } ?? Codebook.none,
                    productClass: names.productClass(lead.productClass, &columns.productClasses),
                    value: lead.value,
                    grade: lead.grade,
                    account: columns.account(lead.account),
                    marketing: lead.marketingOwner.map { names.owner(Owner.person($0).description, &columns.owners) }
                        ?? Codebook.none
                )
            )
        }
    }

    private static func loadReclassified(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor,
        _ names: ReportNames
    ) throws {
        try snapshot.eachReclassified(since: cursor) { lead, change, at in
            guard let row = columns.leads.row(of: lead) else { return }
            columns.reclassify(row, from: names.productClass(change.from, &columns.productClasses), at: at)
        }
    }

    /// - Returns: the stages that deals came into, for `loadDeals`.
    private static func loadStays(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor,
        _ names: ReportNames
    ) throws -> [Opportunity.ID: [(stage: String, at: Instant)]] {
        var stages: [Opportunity.ID: [(stage: String, at: Instant)]] = [:]
        try snapshot.eachStay(since: cursor) { stay in
            switch stay.dimension {
            case .status:
                guard let id = Lead.ID(bytes: stay.subject), let row = columns.leads.row(of: id) else { return }
                let label = stay.value == Status.merged.rawValue ? "Merged" : nil
                columns.enter(columns.statuses.code(stay.value, label: label), lead: row, at: stay.enteredAt)
                if let cause = stay.cause { columns.wake(row, at: stay.enteredAt, cause) }
            case .owner:
                guard let id = Lead.ID(bytes: stay.subject), let row = columns.leads.row(of: id) else { return }
                let owner = names.owner(stay.value, &columns.owners)
                if stay.value.hasPrefix("pool:") { columns.markPool(owner) }
                columns.assign(owner, to: row, at: stay.enteredAt)
            case .stage:
                guard let id = Opportunity.ID(bytes: stay.subject) else { return }
                stages[id, default: []].append((stay.value, stay.enteredAt))
            }
        }
        return stages
    }

    private static func loadClocks(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor,
        _ names: ReportNames
    ) throws {
        var worth: [Clock.ID: Int64] = [:]
        try snapshot.eachFirstValue(since: cursor) { worth[$0] = $1 }
        try snapshot.eachClock(since: cursor) { clock, isNew in
            guard let row = columns.leads.row(of: clock.lead) else { return }
            if isNew {
                columns.startClock(
                    clock.id,
                    ClockFacts(
                        lead: row,
                        kind: columns.clockKinds.code(clock.kind.rawValue, label: clock.kind.label),
                        owner: names.owner(clock.owner.description, &columns.owners),
                        started: clock.startedAt,
                        due: clock.dueAt
                    )
                )
            } else {
                columns.moveClock(clock.id, due: clock.dueAt)
            }
            if isNew, let worth = worth[clock.id] { columns.setWorth(worth, ofClock: clock.id) }
            if let stoppedAt = clock.stoppedAt { columns.stopClock(clock.id, at: stoppedAt, met: clock.met ?? false) }
        }
    }

    private static func loadSkips(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor,
        _ names: ReportNames
    ) throws {
        try snapshot.eachSkip(since: cursor) { skip in
            guard let row = columns.leads.row(of: skip.lead) else { return }
            let owner = names.owner(Owner.person(skip.user).description, &columns.owners)
            columns.addSkip(skip.id, of: row, by: owner, at: skip.at, decile: skip.decile)
        }
    }

    private static func loadResponses(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor,
        _ names: ReportNames
    ) throws {
        try snapshot.eachResponse(since: cursor) { response in
            columns.addResponse(
                ResponseFacts(
                    lead: response.lead.flatMap { columns.leads.row(of: $0) },
                    source: response.source.map { names.source($0, &columns.sources) } ?? Codebook.none,
                    campaign: response.campaign.map { columns.campaigns.code($0.description) } ?? Codebook.none,
                    at: response.at
                ),
                contact: response.contact
            )
        }
    }

    private static func loadDeals(
        _ columns: inout Columns,
        _ snapshot: borrowing Snapshot,
        _ cursor: HistoryCursor,
        _ names: ReportNames,
        _ stages: [Opportunity.ID: [(stage: String, at: Instant)]],
        _ policy: Policy
    ) throws {
        var deals: [DealFactRow] = []
        try snapshot.eachChangedDeal(since: cursor) { deals.append($0) }
        for deal in deals {
            let facts = OpportunityFacts(
                leads: try snapshot.leads(convertedTo: deal.id).compactMap { columns.leads.row(of: $0) },
                opened: deal.createdAt,
                amount: deal.amount ?? Money(minor: 0, currency: policy.currency),
                won: deal.kind == .won ? deal.closedAt : nil,
                lost: deal.kind == .lost ? deal.closedAt : nil,
                product: deal.product.map { names.product($0, &columns.products) } ?? Codebook.none,
                seller: deal.owner.map { names.owner(Owner.person($0).description, &columns.owners) } ?? Codebook.none,
                competitor: deal.competitor.map { columns.competitors.code($0) } ?? Codebook.none,
                rank: UInt8(clamping: deal.rank ?? 0),
                reason: deal.lostReason.map { columns.reasons.code($0) } ?? Codebook.none,
                account: deal.account.map { columns.account($0) } ?? 0,
                productClass: deal.productClass.map { names.productClass($0, &columns.productClasses) }
                    ?? Codebook.none
            )
            for (stage, at) in stages[deal.id] ?? [(deal.stage, deal.stageSince)] {
                columns.putOpportunity(deal.id, facts, stage: columns.stages.code(stage), at: at)
            }
        }
    }
}

extension StatusKind {
    /// Steps on the way to a sale, which a funnel counts; rejection and waiting are beside the way.
    var isMilestone: Bool {
        switch self {
        case .new, .working, .qualified, .handed, .accepted, .converted: true
        case .nurture, .rejected, .lost, .merged: false
        }
    }
}

/// The names that reports print for what the store knows by id.
struct ReportNames {
    private let sources: [Source.ID: String]
    private let productClasses: [ProductClass.ID: String]
    private let products: [Product.ID: String]
    private let directory: Directory

    init(_ snapshot: borrowing Snapshot) throws {
        sources = Dictionary(uniqueKeysWithValues: try snapshot.sources().map { ($0.id, $0.name) })
        productClasses = Dictionary(uniqueKeysWithValues: try snapshot.productClasses().map { ($0.id, $0.name) })
        products = Dictionary(uniqueKeysWithValues: try snapshot.products().map { ($0.id, $0.name) })
        directory = try Directory(snapshot)
    }

    // Codes are by id, so that a rename makes no second row.

    func source(_ id: Source.ID, _ codes: inout Codebook) -> Code {
        code(id, in: &codes, sources[id] ?? "A former source")
    }

    func productClass(_ id: ProductClass.ID, _ codes: inout Codebook) -> Code {
        code(id, in: &codes, productClasses[id] ?? "A former class")
    }

    func product(_ id: Product.ID, _ codes: inout Codebook) -> Code {
        code(id, in: &codes, products[id] ?? "A former product")
    }

    private func code<Entity>(_ id: Identifier<Entity>, in codes: inout Codebook, _ label: String) -> Code {
        let key = id.description
        return codes.existing(key) ?? codes.code(key, label: label)
    }

    func owner(_ text: String, _ codes: inout Codebook) -> Code {
        codes.existing(text) ?? codes.code(text, label: Owner(text).map { directory.name($0) } ?? text)
    }
}
