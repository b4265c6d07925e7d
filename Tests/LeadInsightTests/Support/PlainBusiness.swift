import LeadCore
import LeadInsight

/// Clocks, responses, deals and costs around a `PlainWorld`, as plain records.
struct PlainBusiness {
    struct Clock {
        var lead: Int
        var kind: String
        var owner: String
        var started: Int64
        var due: Int64
        var stopped: Int64?
        var met: Bool
    }

    struct Response {
        var lead: Int?
        var source: String
        var campaign: String
        var contact: UInt64
        var at: Int64
    }

    struct Deal {
        var leads: [Int]
        var opened: Int64
        var amount: Money
        var won: Int64?
        var lost: Int64?
        var product: String
        var seller: String
        var competitor: String
        var rank: UInt8
        var reason: String
        /// Stage changes, oldest first.
        var stages: [(at: Int64, stage: String)]
    }

    static let kinds = ["first_response", "accept"]
    static let stages = ["meeting", "offer", "closed"]
    static let products = ["", "fund", "account"]
    static let competitors = ["", "acme"]
    static let reasons = ["price", "timing"]

    let world: PlainWorld
    var clocks: [Clock] = []
    var responses: [Response] = []
    var deals: [Deal] = []
    let costs = ["spring": Money(minor: 100_001, currency: "EUR")]

    init(seed: UInt64) {
        world = PlainWorld(seed: seed)
        var random = SeededRandom(seed: seed &+ 77)
        for lead in world.leads.indices {
            for _ in 0..<Int.random(in: 0..<3, using: &random) {
                clocks.append(Clock(lead: lead, created: world.leads[lead].created, random: &random))
            }
        }
        for _ in 0..<400 { responses.append(Response(world, random: &random)) }
        for _ in 0..<120 { deals.append(Deal(world, random: &random)) }
    }

    /// The lead that a deal is credited to.
    func origin(of deal: Deal) -> PlainWorld.Lead? {
        deal.leads.map { world.leads[$0] }.min { ($0.created, $0.id) < ($1.created, $1.id) }
    }

    /// The deals of a report: opened by then, of a lead that the filter accepts, or of none when nothing is filtered.
    func deals(_ filter: PlainFilter?, asOf: Int64) -> [Deal] {
        deals.filter { deal in
            guard deal.opened <= asOf else { return false }
            guard let origin = origin(of: deal) else { return filter == nil }
            return filter?.accepts(origin, asOf: asOf) ?? (origin.created <= asOf)
        }
    }

    var columns: Columns {
        var columns = world.columns
        columns.setSalesProcess(
            Self.stages.map {
                Columns.Step(columns.stages.code($0), isOpen: $0 != "closed", isMilestone: true)
            }
        )
        for (id, clock) in clocks.enumerated() { feed(clock, Self.key(id), &columns) }
        for response in responses { feed(response, &columns) }
        for (id, deal) in deals.enumerated() { Self.feed(deal, Self.key(id), &columns) }
        for (campaign, cost) in costs { columns.setCost(cost, ofCampaign: columns.campaigns.code(campaign)) }
        return columns
    }

    static func key(_ number: Int) -> Identifier<PlainBusiness> {
        Identifier(integerLiteral: UInt64(number) + 1)
    }

    private func feed(_ clock: Clock, _ id: Identifier<PlainBusiness>, _ columns: inout Columns) {
        let facts = ClockFacts(
            lead: clock.lead,
            kind: columns.clockKinds.code(clock.kind),
            owner: columns.owners.code(clock.owner),
            started: Instant(milliseconds: clock.started),
            due: Instant(milliseconds: clock.due)
        )
        // Every clock starts a minute too short and is then moved: only the latest due time counts.
        var early = facts
        early.due = Instant(milliseconds: clock.due - 60_000)
        columns.startClock(id, early)
        columns.moveClock(id, due: facts.due)
        if let stopped = clock.stopped {
            columns.stopClock(id, at: Instant(milliseconds: stopped), met: clock.met)
            // Told twice, counted once.
            columns.stopClock(id, at: Instant(milliseconds: stopped + 5), met: clock.met)
        }
    }

    private func feed(_ response: Response, _ columns: inout Columns) {
        let facts = ResponseFacts(
            lead: response.lead,
            source: columns.sources.code(response.source),
            campaign: columns.campaigns.code(response.campaign),
            at: Instant(milliseconds: response.at)
        )
        columns.addResponse(facts, contact: PlainWorld.key(response.contact))
    }

    /// As the store would tell it: the deal with each of its stages in turn.
    static func feed(_ deal: Deal, _ id: Identifier<PlainBusiness>, _ columns: inout Columns) {
        let facts = OpportunityFacts(
            leads: deal.leads,
            opened: Instant(milliseconds: deal.opened),
            amount: deal.amount,
            won: deal.won.map(Instant.init),
            lost: deal.lost.map(Instant.init),
            product: columns.products.code(deal.product),
            seller: columns.owners.code(deal.seller),
            competitor: columns.competitors.code(deal.competitor),
            rank: deal.rank,
            reason: columns.reasons.code(deal.reason)
        )
        for (at, stage) in deal.stages {
            columns.putOpportunity(id, facts, stage: columns.stages.code(stage), at: Instant(milliseconds: at))
        }
    }
}

extension PlainBusiness.Clock {
    fileprivate init(lead: Int, created: Int64, random: inout SeededRandom) {
        self.lead = lead
        kind = random.pick(PlainBusiness.kinds)
        owner = random.pick(PlainWorld.owners)
        started = created + .random(in: 0..<200_000, using: &random)
        due = started + .random(in: 0..<200_000, using: &random)
        stopped = Bool.random(using: &random) ? started + .random(in: 0..<300_000, using: &random) : nil
        met = Bool.random(using: &random) && stopped ?? .max <= due
    }
}

extension PlainBusiness.Response {
    fileprivate init(_ world: PlainWorld, random: inout SeededRandom) {
        lead = Bool.random(using: &random) ? Int.random(in: world.leads.indices, using: &random) : nil
        source = random.pick(PlainWorld.sources)
        campaign = random.pick(PlainWorld.campaigns)
        contact = .random(in: 1...50, using: &random)
        at = .random(in: 0..<2_000_000, using: &random)
    }
}

extension PlainBusiness.Deal {
    fileprivate init(_ world: PlainWorld, random: inout SeededRandom) {
        leads = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
            Int.random(in: world.leads.indices, using: &random)
        }
        opened = .random(in: 200_000..<1_500_000, using: &random)
        amount = Money(
            minor: .random(in: 1..<1_000_000, using: &random),
            currency: Int.random(in: 0..<6, using: &random) == 0 ? "CHF" : "EUR"
        )
        let closed = opened + .random(in: 0..<900_000, using: &random)
        let outcome = Int.random(in: 0..<3, using: &random)
        won = outcome == 0 ? closed : nil
        lost = outcome == 1 ? closed : nil
        product = random.pick(PlainBusiness.products)
        seller = random.pick(PlainWorld.owners)
        competitor = random.pick(PlainBusiness.competitors)
        rank = .random(in: 0..<4, using: &random)
        reason = random.pick(PlainBusiness.reasons)
        stages = [(opened, "meeting"), (opened + 100_000, "offer")]
        if outcome < 2 { stages.append((closed, "closed")) }
        stages.sort { $0.at < $1.at }
    }
}

extension Amounts {
    /// The plain sum of some amounts.
    init(adding amounts: [Money]) {
        let sums = Dictionary(grouping: amounts, by: \.currency)
        self.init(sums.map { Money(minor: $1.reduce(0) { $0 + $1.minor }, currency: $0) })
    }
}
