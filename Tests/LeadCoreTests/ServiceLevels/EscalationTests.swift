import LeadCore
import Testing

@Suite("Clocks that warn and escalate")
struct EscalationTests {
    /// Nine to five in UTC; the standard process asks for a first response within 4 hours.
    static let office = PlainCalendar()

    static func desk(_ levels: ServiceLevels = .standard) throws -> LeadOnDesk {
        try LeadOnDesk(policy: Policy(version: 1, calendar: try office.calendar, serviceLevels: levels))
    }

    static func pool(_ members: [(User.ID, Bool)], turn: Int = 0) -> Pool {
        Pool(
            id: 50,
            strategy: .rotation,
            dutyHolder: 99,
            members: members.map { .init(user: $0.0, available: $0.1) },
            turn: turn
        )
    }

    @Test("F2: the owner is warned at three quarters of the time, and only then")
    func warns() throws {
        var desk = try Self.desk()
        #expect(desk.clock?.warnAt == Self.office.add(180, to: desk.now))
        try desk.fire(at: LeadOnDesk.monday9 + .minutes(179))
        #expect(desk.kinds.isEmpty)
        try desk.fire(at: LeadOnDesk.monday9 + .minutes(180))
        #expect(desk.kinds == [.clockWarned])
        try desk.fire(at: LeadOnDesk.monday9 + .minutes(181))
        #expect(desk.kinds.isEmpty)
        #expect(desk.clock?.firesAt == LeadOnDesk.monday9 + .hours(4))
        #expect(desk.folded == desk.lead)
    }

    @Test("F2: at the breach the first level tells manager and marketing")
    func breach() throws {
        var desk = try Self.desk()
        try desk.fire(at: LeadOnDesk.monday9 + .hours(3))
        try desk.fire(at: LeadOnDesk.monday9 + .hours(4))
        #expect(desk.kinds == [.clockBreached, .clockEscalated])
        #expect(desk.last.announcements.map(\.kind) == [.late, .late])
        #expect(
            desk.last.announcements.map(\.to) == [.told(.manager, .person(1)), .told(.marketing, .person(1))]
        )
        #expect(desk.clock?.escalatesAt == Self.office.add(24 * 60, to: LeadOnDesk.monday9 + .hours(4)))
        #expect(desk.folded == desk.lead)
    }

    @Test("E4: three working days past due the lead goes to another present member, with the whole time again")
    func reassigns() throws {
        var desk = try Self.desk()
        let due = try #require(desk.clock?.dueAt)
        try desk.fire(at: due)
        let third = Self.office.add(24 * 60, to: due)
        let relief = Self.pool([(1, true), (2, false), (3, true)])
        try desk.fire(at: third - .minutes(1), relief: relief)
        #expect(desk.lead.owner == .person(1))
        try desk.fire(at: third, relief: relief)
        #expect(desk.lead.owner == .person(3))
        #expect(desk.clock?.dueAt == Self.office.add(240, to: third))
        #expect(desk.clock?.breachedAt == nil)
        #expect(desk.lead.custodyGaps.isEmpty)
        #expect(desk.folded == desk.lead)
        #expect(Set(desk.last.announcements.map(\.kind)) == [.assigned, .passedOn, .escalated])
    }

    @Test(
        "E4: the next in turn gets it, never the same person and never one who is away; with nobody else the pool does"
    )
    func relief() {
        #expect(Self.pool([(1, true), (2, true), (3, true)], turn: 2).relieve(.person(1)).owner == .person(3))
        #expect(Self.pool([(1, true), (2, true), (3, true)], turn: 0).relieve(.person(1)).owner == .person(2))
        #expect(Self.pool([(1, true), (2, false)]).relieve(.person(1)).owner == .pool(50))
        #expect(Self.pool([(1, true)]).relieve(.person(1)) == Allotment(owner: .pool(50), reason: .ranOut, turn: 0))
        #expect(Self.pool([(1, true), (2, true)], turn: 4).relieve(.pool(50)).turn == 5)
    }

    @Test("E4: an offer that runs out goes to another seller, and its giver stays remembered")
    func offer() throws {
        var desk = try Self.desk()
        try desk.act { act in
            try act.qualify([.need: .high, .urgency: .high, .fit: .high], grade: nil, reason: "", conclude: true)
            try act.handOff(to: .person(2))
        }
        let due = try #require(desk.clock?.dueAt)
        #expect(desk.clock?.kind == .accept)
        let relief = Self.pool([(2, true), (3, true)])
        try desk.fire(at: Self.office.add(24 * 60, to: due), relief: relief)
        #expect(desk.lead.owner == .person(3))
        #expect(desk.lead.offer?.giver == .person(1))
        #expect(desk.clock?.kind == .accept)
        try desk.act(by: 3) { try $0.decline(reason: "No capacity") }
        #expect(desk.lead.owner == .person(1))
        #expect(desk.folded == desk.lead)
    }

    @Test("F3: after an outage a clock goes through all that it has missed, in order and once")
    func outage() throws {
        let levels = ServiceLevels([
            .firstResponse: ServiceLevel(
                warnPercent: 50,
                levels: [
                    EscalationLevel(after: .zero, tell: [.manager]),
                    EscalationLevel(after: .hours(8), tell: [.dutyHolder]),
                    EscalationLevel(after: .hours(16), tell: [.marketing]),
                ]
            )
        ])
        var desk = try Self.desk(levels)
        try desk.fire(at: LeadOnDesk.monday9 + .days(30))
        #expect(desk.kinds == [.clockWarned, .clockBreached, .clockEscalated, .clockEscalated, .clockEscalated])
        #expect(desk.clock?.level == 3)
        #expect(desk.clock?.firesAt == nil)
        try desk.fire(at: LeadOnDesk.monday9 + .days(31))
        #expect(desk.kinds.isEmpty)
        #expect(desk.folded == desk.lead)
    }

    @Test("F3: without another member nobody loses the lead, and nothing fires again")
    func nobodyElse() throws {
        var desk = try Self.desk()
        try desk.fire(at: LeadOnDesk.monday9 + .days(30), relief: nil)
        #expect(desk.lead.owner == .person(1))
        #expect(desk.clock?.firesAt == nil)
        #expect(desk.lead.custodyGaps.isEmpty)
    }

    @Test("F3: levels out of order, a warning after the end and a level that does nothing are named")
    func faults() {
        let broken = ServiceLevels([
            .accept: ServiceLevel(
                warnPercent: 100,
                levels: [
                    EscalationLevel(after: .hours(2), tell: []), EscalationLevel(after: .hours(1), tell: [.owner]),
                ]
            )
        ])
        #expect(
            broken.faults.map(\.pointer) == ["/accept/warnPercent", "/accept/levels/0/tell", "/accept/levels/1/after"]
        )
        #expect(ServiceLevels.standard.faults.isEmpty)
    }
}
