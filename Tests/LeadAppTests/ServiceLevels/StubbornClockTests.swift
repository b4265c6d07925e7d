import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Clocks that something is in the way of")
struct StubbornClockTests {
    private let ann = Workplace.actor(Workplace.ann)

    @Test("F3, G3: a lead that may not wake keeps no other clock from firing, and its next inquiry is taken")
    func asleep() async throws {
        let workplace = try await Workplace()
        try await workplace.app.database.write(as: .system) { tx in
            // As an older version stored it, before such a process was refused.
            var body = PolicyBody.standard
            for index in body.process.steps.indices {
                if body.process.steps[index].status == "nurture" { body.process.steps[index].moves = ["in_process"] }
                if body.process.steps[index].status == "in_process" { body.process.steps[index].requires = [.grade] }
            }
            try tx.insertPolicy(2, body: try JSON.text(body))
        }
        let sleeping = try await workplace.lead()
        let wakeAt = workplace.now + .days(30)
        let recycle = RecycleLead(lead: sleeping, reason: "Not now, later", wakeAt: wakeAt)
        try await workplace.app.perform(recycle, as: ann)
        workplace.advance(.days(30))
        let other = try await workplace.lead("Ada Byron", "Byron")
        workplace.advance(.days(1))
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 2)
        #expect(try await workplace.detail(other).lead.clocks.first?.warnedAt != nil)
        #expect(try await workplace.detail(sleeping).lead.clocks.first?.breachedAt != nil)
        #expect(try await workplace.capture().lead == sleeping)
        #expect(try await workplace.detail(sleeping).lead.kind == .nurture)
        #expect(try await workplace.check().holds)
    }

    @Test("E4: what somebody let run out is passed on at its time, also when they have said since that they are away")
    func absent() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        workplace.advance(.hours(4))
        try await EscalationFlowTests.fire(workplace)
        #expect(try await workplace.detail(id).lead.clocks.first?.breachedAt != nil)
        let away = EnterAbsence(from: workplace.now, until: workplace.now + .days(20))
        try await workplace.app.perform(away, as: ann)
        // Wednesday 14:00 and 24 working hours, as they were reckoned at the breach: Monday 14:00.
        workplace.advance(.days(5))
        try await EscalationFlowTests.fire(workplace)
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ben))
        #expect(try await workplace.check().holds)
    }

    @Test("C5, E3: the clocks of leads that a new version moves run by the calendar of whoever holds them")
    func migrated() async throws {
        let workplace = try await Workplace()
        let admin = Actor(user: Workplace.manager, role: .administrator)
        var west = CalendarPolicy.officeHours()
        (west.name, west.zone) = ("West", "America/New_York")
        try await workplace.app.perform(SaveCalendar(replacing: nil, calendar: west), as: admin)
        let choice = ChooseCalendar(holder: .person(Workplace.ann), calendar: "West")
        try await workplace.app.perform(choice, as: admin)
        let id = try await workplace.lead()
        let attempt = Attempt(channel: .phone, outcome: .noAnswer)
        try await workplace.app.perform(LogAttempt(lead: id, attempt: attempt), as: ann)
        var body = try await workplace.app.fetch(PolicyInForce(), as: .system).body
        body.process.steps.removeAll { $0.status == "attempted" }
        for index in body.process.steps.indices { body.process.steps[index].moves.removeAll { $0 == "attempted" } }
        try await workplace.app.perform(SetPolicy(body: body, mapping: ["attempted": "in_process"]), as: admin)
        let within = try #require(body.process["in_process"]?.clock?.within)
        let calendar = try WorkingCalendar(west, zone: try ZoneLoader.load(west.zone))
        let clocks = try await workplace.detail(id).lead.clocks
        #expect(clocks.map(\.dueAt) == [calendar.add(within, to: workplace.now)])
    }

    @Test("E3: calendars of a transaction that came to nothing are not taken for those in force")
    func rolledBack() async throws {
        struct Nothing: Error {}
        let workplace = try await Workplace()
        let cache = CalendarsCache()
        let odd = Policy(version: 2, calendar: .always)
        let real = Policy(version: 2, calendar: try await workplace.detail(try await workplace.lead()).policy.calendar)
        await #expect(throws: Nothing.self) {
            try await workplace.app.database.write(as: .system) { tx in
                #expect(try cache.underWay(tx.read, odd).calendars.standard.policy.name == odd.calendar.policy.name)
                throw Nothing()
            }
        }
        let found = try await workplace.app.database.read { try cache.current($0, real).standard.policy.name }
        #expect(found == real.calendar.policy.name)
        #expect(found != odd.calendar.policy.name)
    }
}
