import LeadApp
import LeadCore
import LeadStore

/// Writes the life of one lead: what came in, from whom, and what comes of it.
struct LifePlan {
    let source: SourceProfile
    let campaign: PlannedCampaign?
    let productClass: String
    let company: Company
    var chance: Chance
    private(set) var life: Life

    init(_ arrival: Arrivals.Planned, _ chance: Chance) {
        var chance = chance
        source = SourceProfile.of(arrival.source)
        campaign = arrival.campaign
        productClass =
            arrival.campaign.map { campaign in
                chance.happens(0.8) ? campaign.productClass : chance.pick(LifePlan.classes)
            } ?? chance.pick(weighted: LifePlan.demand)
        company = Market.company(&chance)
        let (inquiry, channel) = LifePlan.inquiry(arrival, productClass, company, &chance)
        life = Life(begins: arrival.at, arrival: .inquire(inquiry, channel))
        life.product = chance.pick(Catalogue.products(of: productClass))
        life.dealName = chance.pick(Words.projects[productClass] ?? [life.product])
        self.chance = chance
    }

    private static let classes = Catalogue.classes.map(\.name)
    private static let demand = [("Scanners", 45.0), ("Software", 27), ("Services", 18), ("Training", 10)]

    /// The whole story from the first call to the last word.
    mutating func write() -> Life {
        if chance.happens(0.1) { askAgain() }
        if chance.happens(0.045) { neglect() }
        if chance.happens(source.reached) { talk() } else { miss() }
        return life
    }

    /// A life that is no further today than qualified or, if `offered`, waiting for a seller's yes.
    mutating func writeUntilReady(offered: Bool) -> Life {
        life.then(.hours(3), .attempt(reached, note: chance.pick(Words.reachedNotes)))
        qualify(need: .high, urgency: .medium, fit: .high, authority: .medium, money: .medium, conclude: true)
        life.steps[1].after = .working(.hours(6))
        if offered { life.then(.hours(5), .handOff(.fieldSales, note: "Wants to see it on site.")) }
        return life
    }

    /// A life of which a first talk is all that has happened until today.
    mutating func writeUntilTalked() -> Life {
        life.then(.hours(1), .attempt(reached, note: chance.pick(Words.reachedNotes)))
        return life
    }

    /// Nobody answers, however often we try.
    private mutating func miss() {
        firstContact(missed(), note: chance.pick(Words.missedNotes))
        for _ in 0..<chance.number(1...3) { then(760, missed(chance.pick([.phone, .email])), note: nil) }
        switch chance.number(0...9) {
        case 0...4: life.then(minutes(600), .reject("Unreachable"))
        case 5: life.then(minutes(200), .reject("Wrong contact data"))
        default: comeBackLater("Unreachable")
        }
    }

    /// Somebody answers, and there is a need or not.
    private mutating func talk() {
        if chance.happens(0.35) {
            firstContact(missed(), note: chance.pick(Words.missedNotes))
            then(560, reached, note: chance.pick(Words.reachedNotes))
        } else {
            firstContact(reached, note: chance.pick(Words.reachedNotes))
        }
        if chance.happens(source.qualifies * 0.9) {
            sell()
        } else if chance.happens(0.3) {
            qualify(need: .medium, urgency: .low, fit: chance.pick([.medium, .high]), conclude: false)
            comeBackLater(chance.pick(["Not now, later", "Budget next period", "Needs nurturing"]))
        } else {
            disqualify()
        }
    }

    private mutating func disqualify() {
        let reason = chance.pick(weighted: Self.rejections)
        switch reason {
        case "Spam", "Competitor or student", "Already a customer": break
        case "Not our market": qualify(need: .low, urgency: .low, fit: .none, conclude: false)
        case "No budget": qualify(need: .medium, urgency: .low, fit: .medium, money: Level.none, conclude: false)
        default: qualify(need: .none, urgency: .none, fit: .low, conclude: false)
        }
        life.then(minutes(90), .reject(reason))
    }

    private static let rejections = [
        ("No need", 30.0), ("No budget", 18), ("Not our market", 16), ("No authority", 8),
        ("Competitor or student", 12),
        ("Already a customer", 6), ("Spam", 4),
    ]

    /// Sleeps with marketing until its day comes, then tries once more.
    private mutating func comeBackLater(_ reason: String) {
        let days = chance.number(35...210)
        life.then(minutes(60), .recycle(reason, days: days))
        life.afterDays(days, .reassign("Woken up: asked again by newsletter"))
        firstContact(reached, note: "Remembers us. \(chance.pick(Words.reachedNotes))")
        if chance.happens(0.36) { sell() } else { disqualify() }
    }

    /// From a real need to sales.
    private mutating func sell() {
        if chance.happens(0.42) {
            let decider = Market.person(at: company, title: chance.pick(Words.deciders), &chance)
            life.then(minutes(700), .link(decider, .decisionMaker))
        }
        let urgency = chance.pick([Level.low, .medium, .medium, .high])
        qualify(
            need: chance.pick([.medium, .high]),
            urgency: urgency,
            fit: chance.pick([.medium, .high]),
            authority: chance.pick([.low, .medium, .high]),
            money: chance.pick([.low, .medium, .high]),
            conclude: true
        )
        handOff()
        if chance.happens(0.16) {
            life.then(minutes(350), .decline(chance.pick(Words.declineReasons)))
            guard chance.happens(0.7) else { return disqualify() }
            then(420, reached, note: "Asked again for what sales missed.")
            qualify(need: .high, urgency: urgency, fit: .high, authority: .medium, money: .medium, conclude: false)
            handOff()
        }
        life.then(minutes(400), .accept)
        negotiate()
    }

    private mutating func negotiate() {
        then(1900, Attempt(channel: .meeting, outcome: .reached, seconds: 3600), note: "First meeting on site.")
        guard chance.happens(0.82) else {
            return life.then(minutes(900), chance.happens(0.5) ? .lose("Bought elsewhere") : .reject("No budget"))
        }
        var deal = DealPlan(productClass: productClass, wins: source.wins, chance: chance)
        life.steps += deal.write()
    }

    private mutating func handOff() {
        let pool: PoolName = source.source == "Partner" || chance.happens(0.08) ? .partners : .fieldSales
        life.then(minutes(560), .handOff(pool, note: "\(company.employees) people, \(company.industry.lowercased())."))
    }
}

extension LifePlan {
    /// Nobody does anything for weeks, until a manager sees it.
    private mutating func neglect() {
        life.afterDays(chance.number(12...30), .reassign("Nobody has called yet"))
    }

    /// They ask again, before or after we have called: one more response, no second lead.
    private mutating func askAgain() {
        guard case .inquire(var inquiry, let channel, _) = life.arrival else { return }
        inquiry.message = "I have not heard from you. Is it the right address?"
        inquiry.campaign = nil
        inquiry.source = "Web form"
        life.then(minutes(200), .inquire(inquiry, channel == .api ? .api : .form))
    }

    private mutating func qualify(
        need: Level,
        urgency: Level,
        fit: Level,
        authority: Level? = nil,
        money: Level? = nil,
        conclude: Bool
    ) {
        let known: [(Criterion, Level?)] = [
            (.need, need), (.urgency, urgency), (.fit, fit), (.authority, authority), (.money, money),
        ]
        var levels: [String: Level] = [:]
        var evidence: [String: String] = [:]
        for case (let criterion, let level?) in known {
            levels[criterion.rawValue] = level
            evidence[criterion.rawValue] = Words.evidence(criterion, level, &chance)
        }
        life.then(minutes(conclude ? 1500 : 480), .qualify(levels, evidence: evidence, conclude: conclude))
    }

    private mutating func firstContact(_ attempt: Attempt, note: String?) {
        life.then(minutes(70), .attempt(attempt, note: note))
    }

    private mutating func then(_ median: Double, _ attempt: Attempt, note: String?) {
        life.then(minutes(median), .attempt(attempt, note: note))
    }

    private mutating func minutes(_ median: Double) -> Span {
        chance.span(median: median, spread: 0.9)
    }

    private var reached: Attempt {
        Attempt(channel: .phone, outcome: .reached, seconds: 420)
    }

    private mutating func missed(_ channel: Channel = .phone) -> Attempt {
        if channel == .email { return Attempt(channel: .email, outcome: .sent) }
        return Attempt(channel: .phone, outcome: chance.pick([.noAnswer, .noAnswer, .leftMessage, .busy]))
    }
}
