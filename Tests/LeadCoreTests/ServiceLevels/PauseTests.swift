import LeadCore
import Testing

@Suite("Clocks that pause and change hands")
struct PauseTests {
    static let office = PlainCalendar()

    static func desk() throws -> LeadOnDesk {
        try LeadOnDesk(policy: Policy(version: 1, calendar: try office.calendar))
    }

    @Test("D2: a paused clock does nothing until its day, then what is left of its time counts on")
    func pause() throws {
        var desk = try Self.desk()
        desk.now = LeadOnDesk.monday9 + .hours(1)
        let until = LeadOnDesk.monday9 + .days(7)
        try desk.act { try $0.pause(until: until) }
        #expect(desk.clock?.dueAt == Self.office.add(180, to: until))
        #expect(desk.clock?.warnAt == Self.office.add(120, to: until))
        #expect(desk.lead.nextStep.map { $0.dueAt >= until } == true)
        #expect(desk.lead.custodyGaps.isEmpty)
        try desk.fire(at: until - .minutes(1))
        #expect(desk.kinds.isEmpty)
        try desk.fire(at: until)
        #expect(desk.kinds == [.clockResumed])
        #expect(desk.clock?.dueAt == Self.office.add(180, to: until))
        #expect(desk.folded == desk.lead)
    }

    @Test("D2: whoever writes during a pause ends it; the time left is the time that was left", arguments: 1...20)
    func early(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var desk = try Self.desk()
        desk.now = LeadOnDesk.monday9 + .minutes(Int64.random(in: 1...200, using: &random))
        let start = desk.now
        let left = Self.office.minutes(from: start, to: try #require(desk.clock?.dueAt))
        let until = Self.office.add(Int.random(in: 480...4000, using: &random), to: start)
        try desk.act { try $0.pause(until: until) }
        let span = (until - start).milliseconds / 60_000
        desk.now = start + .minutes(Int64.random(in: 1..<span, using: &random))
        try desk.act(by: nil) { try $0.respond(.init(response: 5, campaign: nil)) }
        #expect(desk.clock?.isPaused == false)
        #expect(desk.clock?.dueAt == Self.office.add(left, to: desk.now))
        #expect(desk.folded == desk.lead)
    }

    @Test("F2: a breached clock that is paused escalates only after the pause")
    func breached() throws {
        var desk = try Self.desk()
        let due = try #require(desk.clock?.dueAt)
        try desk.fire(at: due)
        desk.now = due + .hours(1)
        let left = 24 * 60 - Self.office.minutes(from: due, to: desk.now)
        let until = LeadOnDesk.monday9 + .days(14)
        try desk.act { try $0.pause(until: until) }
        #expect(desk.clock?.escalatesAt == Self.office.add(left, to: until))
        #expect(desk.clock?.dueAt == due)
        try desk.fire(at: until + .days(1))
        #expect(desk.kinds == [.clockResumed])
    }

    @Test("D2: pausing twice, into the past, and resuming what runs are refused")
    func refusals() throws {
        var desk = try Self.desk()
        #expect(throws: Refusal.self) { try desk.act { try $0.pause(until: LeadOnDesk.monday9) } }
        #expect(throws: Refusal.self) { try desk.act { try $0.resume() } }
        try desk.act { try $0.pause(until: LeadOnDesk.monday9 + .days(1)) }
        #expect(throws: Refusal.self) { try desk.act { try $0.pause(until: LeadOnDesk.monday9 + .days(2)) } }
    }

    @Test("F8: more time is a new clock with the next step; what was late stays late")
    func extend() throws {
        var desk = try Self.desk()
        let due = try #require(desk.clock?.dueAt)
        try desk.fire(at: due)
        let id = desk.clock?.id
        let later = due + .days(5)
        try desk.act { try $0.extend(NextStep(what: "Call again", dueAt: later)) }
        #expect(desk.clock?.dueAt == later)
        #expect(desk.clock?.id != id)
        #expect(desk.lead.nextStep == NextStep(what: "Call again", dueAt: later))
        let stopped = desk.last.records.compactMap { if case .clockStopped(let it) = $0.event { it.met } else { nil } }
        #expect(stopped == [false])
        #expect(desk.folded == desk.lead)
    }

    @Test("E3: a lead that changes hands counts what is left by the new holder's calendar", arguments: 1...30)
    func handover(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let away = LeadOnDesk.monday9 + .hours(Int64.random(in: 0...40, using: &random))
        let ann = PlainCalendar(hours: 9..<17)
        let ben = PlainCalendar(offset: -5, hours: 8..<12, absences: [away..<(away + .hours(30))])
        let calendars = Calendars(
            try ann.calendar,
            own: [.person(2): try ben.calendar]
        )
        var desk = try LeadOnDesk(policy: Policy(version: 1, calendar: try ann.calendar), calendars: calendars)
        desk.now = LeadOnDesk.monday9 + .minutes(Int64.random(in: 0..<240, using: &random))
        let due = try #require(desk.clock?.dueAt)
        let left = ann.minutes(from: desk.now, to: due)
        try desk.act { try $0.assign(to: .person(2), reason: .manual) }
        #expect(desk.clock?.dueAt == ben.add(left, to: desk.now))
        #expect(desk.kinds == [.assigned, .clockRescheduled])
        #expect(desk.folded == desk.lead)
        try desk.act { try $0.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil) }
        #expect(desk.clock?.dueAt == ben.add(24 * 60, to: desk.now))
    }
}
