import LeadCore

/// An act on a lead that stands where the act is allowed.
struct Case {
    var name: String
    var lead: Lead
    var facts: Facts
    /// What has happened to the lead before.
    var events: Int
    var body: (inout LeadAct) throws -> Void

    @inline(never)
    func decide() throws -> LeadAct {
        var act = LeadAct(lead, facts: facts, newClockID: { Clock.ID(high: 1, low: 2) })
        try body(&act)
        return act
    }
}

/// The acts that are measured, each on a lead of its own.
struct Cases {
    private(set) var all: [Case] = []
    private let facts: Facts
    private let levels: [Criterion: Level] = [.need: .high, .urgency: .medium, .fit: .high, .money: .medium]

    init() throws {
        // A Wednesday morning, office hours, two years of holidays.
        let start = Instant(milliseconds: 1_781_690_400_000)
        let days = (1...12).flatMap { month in
            [2026, 2027].compactMap { LocalDate(year: $0, month: month, day: 24) }
        }
        let calendar = try WorkingCalendar(.officeHours(holidays: Set(days)), zone: .utc)
        let policy = Policy(version: 1, calendar: calendar)
        facts = Facts(now: start, actor: Actor(user: 1, role: .insideSales), policy: policy)

        let (young, events) = try born()
        let levels = levels
        let later = facts.now + .days(2)
        try add("attempt", young, events) { act in
            try act.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: NextStep(what: "Call", dueAt: later))
        }
        try add("qualify", young, events) { act in
            try act.qualify(levels, grade: nil, reason: "", conclude: true)
        }
        let qualified = try all[1].decide()
        try add("hand off", qualified.lead, events + qualified.records.count) { act in
            try act.handOff(to: .person(2))
        }
        try add("assign", young, events) { act in try act.assign(to: .person(2), reason: .manual) }

        let (rules, asked) = Staff.rules()
        try add("assign by 500 rules to 200 people", young, events) { act in
            let decision = rules.decide(asked)
            try act.assign(to: decision.owner, reason: decision.reason)
        }

        var (old, past) = (young, events)
        for _ in 0..<10_000 {
            let act = try Case(name: "", lead: old, facts: facts, events: past, body: all[0].body).decide()
            (old, past) = (act.lead, past + act.records.count)
        }
        try add("attempt, old lead", old, past, all[0].body)
    }

    private mutating func add(
        _ name: String,
        _ lead: Lead,
        _ events: Int,
        _ body: @escaping (inout LeadAct) throws -> Void
    ) throws {
        var facts = facts
        facts.now = facts.now + .hours(1)
        all.append(Case(name: name, lead: lead, facts: facts, events: events, body: body))
    }

    private func born() throws -> (Lead, Int) {
        let captured = LeadEvent.Captured(
            account: 1,
            productClass: 2,
            source: 3,
            campaign: 4,
            status: "open",
            kind: .new,
            value: Money(minor: 500_000, currency: "EUR"),
            submission: 5
        )
        var act = try LeadAct.capture(
            9,
            captured,
            at: facts.now,
            response: .init(response: 6, campaign: 4),
            contact: .init(contact: 7, role: .responder),
            facts: facts,
            newClockID: { Clock.ID(high: 1, low: 1) }
        )
        act.takeIntoCustody(Allotment(owner: .person(1), reason: .turn, turn: 1))
        return (act.lead, act.records.count)
    }
}
