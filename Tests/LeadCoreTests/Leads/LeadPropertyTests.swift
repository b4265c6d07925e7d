import LeadCore
import Synchronization
import Testing

/// Random lives of a lead: whatever people do, in whatever order, what must hold holds after each act.
@Suite("A lead under random acts")
struct LeadPropertyTests {
    static let seeds = Array(UInt64(1)...40)

    @Test("X1, X2: custody, tiling stays and fold hold after every act", arguments: seeds)
    func invariants(seed: UInt64) throws {
        var life = try RandomLife(seed: seed)
        for step in 0..<150 {
            life.actAtRandom()
            #expect(life.lead.custodyGaps.isEmpty, "seed \(seed), step \(step): \(life.trace.suffix(5))")
            #expect(life.folded == life.lead, "seed \(seed), step \(step): \(life.trace.suffix(5))")
            for dimension in [Dimension.status, .owner] {
                #expect(life.tiles(dimension), "seed \(seed), step \(step), \(dimension): \(life.trace.suffix(5))")
            }
        }
        #expect(life.trace.count > 20, "the acts were nearly all refused, so nothing was tested")
    }

    @Test("E10: nobody takes an offer back by qualifying the lead again")
    func offered() throws {
        var life = try RandomLife(seed: 3)
        let levels: [Criterion: Level] = [.need: .high, .urgency: .high, .fit: .high]
        try life.act("qualify") { try $0.qualify(levels, grade: nil, reason: "", conclude: true) }
        try life.act("hand off") { try $0.handOff(to: .person(2)) }
        #expect(throws: Refusal.self) {
            try life.act("qualify") { try $0.qualify(levels, grade: nil, reason: "", conclude: true) }
        }
        #expect(life.lead.offer != nil)
    }

    @Test("A refused act leaves nothing behind to save")
    func refusal() throws {
        var life = try RandomLife(seed: 7)
        let before = life.lead
        #expect(throws: Refusal.self) { try life.act("decline") { try $0.decline(reason: "no") } }
        #expect(life.lead == before)
    }
}

/// A lead that random people act on, with all its events and ended stays.
struct RandomLife {
    private(set) var lead: Lead
    private(set) var trace: [String] = []
    private var events: [(event: LeadEvent, at: Instant)] = []
    private var ended: [Stay] = []
    private var now = Instant(milliseconds: 1_780_000_000_000)
    private var random: SeededGenerator
    private let clockIDs = ClockIDs()
    private let policy = Policy(version: 1, calendar: .always)
    /// Person 2 works by office hours, the others always.
    private let calendars: Calendars
    private let relief = Pool(
        id: 5,
        strategy: .rotation,
        dutyHolder: 1,
        members: [.init(user: 1, available: true), .init(user: 2, available: true), .init(user: 3, available: false)],
        turn: 0
    )

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        calendars = Calendars(.always, own: (try? PlainCalendar().calendar).map { [.person(2): $0] } ?? [:])
        let captured = LeadEvent.Captured(
            account: 1,
            productClass: 2,
            source: 3,
            campaign: nil,
            status: "open",
            kind: .new,
            value: nil,
            submission: nil
        )
        let ids = clockIDs
        var act = try LeadAct.capture(
            9,
            captured,
            at: now,
            response: nil,
            contact: .init(contact: 4, role: .responder),
            facts: Facts(now: now, actor: .system, policy: policy, calendars: calendars),
            newClockID: { ids.next() }
        )
        act.takeIntoCustody(Allotment(owner: .person(1), reason: .turn, turn: 1))
        lead = act.lead
        keep(act)
    }

    var folded: Lead? {
        Lead.fold(lead.id, events)
    }

    func tiles(_ dimension: Dimension) -> Bool {
        let stays = ended.filter { $0.dimension == dimension }
        var at = lead.createdAt
        for stay in stays {
            guard stay.enteredAt == at, let left = stay.leftAt, left >= at else { return false }
            at = left
        }
        return at == (dimension == .status ? lead.statusSince : lead.ownerSince)
    }

    mutating func act(_ name: String, under other: Policy? = nil, _ body: (inout LeadAct) throws -> Void) throws {
        let ids = clockIDs
        let facts = Facts(
            now: now,
            actor: Actor(user: 1, role: .manager),
            policy: other ?? policy,
            calendars: calendars
        )
        var act = LeadAct(lead, facts: facts, newClockID: { ids.next() })
        try body(&act)
        lead = act.lead
        trace.append(name)
        keep(act)
    }

    private mutating func keep(_ act: LeadAct) {
        events += act.records.map { ($0.event, $0.at) }
        ended += act.endedStays
    }

    mutating func actAtRandom() {
        now = now + .minutes(Int64.random(in: 0...600, using: &random))
        let person = Identifier<User>(high: 0, low: UInt64.random(in: 1...4, using: &random))
        let due = now + .hours(Int64.random(in: -1...48, using: &random))
        let level = Level.allCases.randomElement(using: &random) ?? .low
        let criterion = Criterion.allCases.randomElement(using: &random) ?? .need
        let status = policy.process.steps.randomElement(using: &random)?.status ?? "open"
        let outcome = AttemptOutcome.allCases.randomElement(using: &random) ?? .reached
        let conclude = Bool.random(using: &random)
        let choice = Int.random(in: 0..<20, using: &random)
        let clock = lead.clocks.first?.id
        let relief = relief
        try? act("act \(choice)") { act in
            switch choice {
            case 0, 1: try act.attempt(Attempt(channel: .phone, outcome: outcome), next: nil)
            case 2: try act.attempt(Attempt(channel: .email, outcome: .sent), next: NextStep(what: "Call", dueAt: due))
            case 3, 4: try act.qualify([criterion: level], grade: nil, reason: "", conclude: conclude)
            case 5:
                try act.qualify([.need: .high, .urgency: .high, .fit: .high], grade: nil, reason: "", conclude: true)
            case 6: try act.move(to: status)
            case 7: try act.handOff(to: .person(person))
            case 8: try act.accept(by: person)
            case 9: try act.decline(reason: "No capacity")
            case 10: try act.reject(reason: "No need")
            case 11: try act.recycle(to: .person(person), reason: "Not now, later", wakeAt: due)
            case 12: try act.wake()
            case 13: try act.assign(to: .pool(5), reason: .manual)
            case 14:
                try act.reopen(to: Allotment(owner: .person(person), reason: .turn, turn: 0), reason: "Called back")
            case 15: if let clock { try act.fire(clock, relief: relief) }
            case 16: try act.pause(until: due)
            case 17: try act.resume()
            case 18: try act.extend(NextStep(what: "Once more", dueAt: due))
            default: try act.respond(.init(response: 8, campaign: nil))
            }
        }
    }
}
