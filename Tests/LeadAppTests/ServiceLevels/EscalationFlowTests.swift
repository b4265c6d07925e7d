import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

/// The office of `Workplace` works nine to five, Monday to Friday, UTC; it starts on a Wednesday at ten.
@Suite("Clocks of a workplace")
struct EscalationFlowTests {
    static func fire(_ workplace: Workplace) async throws {
        while let due = try await workplace.app.fetch(NextClockDue(), as: .system), due <= workplace.now {
            #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) > 0)
        }
    }

    static func notices(_ user: User.ID, _ workplace: Workplace) async throws -> [NoticeKind] {
        try await workplace.app.fetch(NoticeList(), as: Workplace.actor(user)).notices.map(\.kind)
    }

    @Test("E4, F2, F3: warned, told, and after three working days passed on to who is there; each once")
    func chain() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ann))
        #expect(try await Self.notices(Workplace.ann, workplace) == [.assigned])
        #expect(try await workplace.app.fetch(NextClockDue(), as: .system) == Workplace.start + .hours(3))

        workplace.advance(.hours(3))
        try await Self.fire(workplace)
        #expect(try await Self.notices(Workplace.ann, workplace) == [.warned, .assigned])

        workplace.advance(.hours(1))
        try await Self.fire(workplace)
        #expect(try await Self.notices(Workplace.manager, workplace) == [.late])
        #expect(try await Self.notices(Workplace.mia, workplace) == [.late])
        let overdue = try await workplace.app.fetch(OverdueLeads(), as: Workplace.actor(Workplace.manager))
        #expect(overdue.leads.map(\.row.id) == [id])
        #expect(overdue.leads.first?.clock.level == 1)

        // Wednesday 14:00 and 24 working hours: Monday 14:00.
        workplace.advance(.days(5) - .minutes(1))
        try await Self.fire(workplace)
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ann))
        workplace.advance(.minutes(1))
        try await Self.fire(workplace)
        let lead = try await workplace.detail(id).lead
        #expect(lead.owner == .person(Workplace.ben))
        #expect(lead.clocks.map(\.dueAt) == [PlainOffice.add(240, to: workplace.now)])
        #expect(try await Self.notices(Workplace.ann, workplace).first == .passedOn)
        #expect(try await Self.notices(Workplace.ben, workplace) == [.assigned])
        #expect(try await Self.notices(Workplace.manager, workplace) == [.escalated, .late])
        #expect(try await workplace.check().holds)
    }

    @Test("E4: nobody who is away or has left gets what runs out; then the pool holds it and its duty holder is told")
    func nobodyThere() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let away = EnterAbsence(person: Workplace.ben, from: workplace.now, until: workplace.now + .days(60))
        try await workplace.app.perform(away, as: Workplace.actor(Workplace.manager))
        workplace.advance(.days(20))
        try await Self.fire(workplace)
        #expect(try await workplace.detail(id).lead.owner == .pool(Workplace.pool))
        #expect(try await Self.notices(Workplace.manager, workplace).contains(.waiting))
        #expect(try await Self.notices(Workplace.ben, workplace).isEmpty)
        #expect(try await workplace.check().holds)
    }

    @Test("F3: after an outage clocks fire in the order of their time across leads, and once however often it is tried")
    func outage() async throws {
        let workplace = try await Workplace()
        var leads: [Lead.ID] = []
        for number in 0..<12 {
            leads.append(
                try await workplace.lead {
                    $0.name = "Person \(number)"
                    $0.email = "p\(number)@many.example"
                    $0.company = "Company \(number)"
                }
            )
            workplace.advance(.minutes(7))
        }
        workplace.advance(.days(90))
        while try await workplace.app.perform(BreachDueClocks(limit: 5), as: .system) > 0 {}
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 0)
        let order = try await workplace.app.database.read { [leads] snapshot in
            var order: [(seq: Int64, lead: Lead.ID)] = []
            for lead in leads {
                let first = try snapshot.ledger(of: lead).first { $0.kind == "clock_warned" }
                if let first { order.append((first.seq, lead)) }
            }
            return order.sorted { $0.seq < $1.seq }.map(\.lead)
        }
        #expect(order == leads)
        #expect(try await workplace.check().holds)
    }

    @Test("F2: five hundred clocks fire in one transaction, the rest in the next, and every promise holds")
    func many() async throws {
        let workplace = try await Workplace()
        for number in 0..<520 {
            try await workplace.capture {
                $0.name = "Person \(number)"
                $0.email = "p\(number)@many.example"
                $0.company = "Company \(number)"
            }
        }
        workplace.advance(.hours(4))
        let clock = ContinuousClock()
        let began = clock.now
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 500)
        let took = clock.now - began
        if ProcessInfo.processInfo.environment["BATON_BENCH"] != nil { print("500 clocks took \(took)") }
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 20)
        #expect(try await workplace.app.fetch(OverdueLeads(), as: Workplace.actor(Workplace.manager)).count == 520)
        #expect(try await workplace.check().holds)
    }

    @Test("D2, F8: a pause with a reason, more time, and taking over, through the doors")
    func acts() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let ann = Workplace.actor(Workplace.ann)
        let until = workplace.now + .days(8)
        await #expect(throws: Refusal.self) {
            try await workplace.app.perform(PauseClock(lead: id, until: until, reason: " "), as: ann)
        }
        try await workplace.app.perform(PauseClock(lead: id, until: until, reason: "On holiday"), as: ann)
        #expect(try await workplace.app.fetch(NextClockDue(), as: .system) == until)
        workplace.advance(.days(9))
        try await Self.fire(workplace)
        let clock = try await workplace.detail(id).lead.clocks.first
        #expect(clock?.isPaused == false)
        #expect(clock?.breachedAt != nil)
        let more = ExtendLead(
            lead: id,
            next: NextStep(what: "Call", dueAt: workplace.now + .days(1)),
            reason: "Back tomorrow"
        )
        await #expect(throws: Refusal.self) { try await workplace.app.perform(more, as: ann) }
        try await workplace.app.perform(more, as: Workplace.actor(Workplace.manager))
        #expect(try await workplace.detail(id).lead.clocks.map(\.dueAt) == [workplace.now + .days(1)])
        #expect(try await workplace.detail(id).activities.compactMap(\.note) == ["On holiday", "Back tomorrow"])
        #expect(try await workplace.check().holds)
    }

    @Test(
        "E4: an offer that nobody answers goes to another seller of the pool; its giver gets it back when that one declines"
    )
    func offer() async throws {
        let workplace = try await Workplace()
        let gil: User.ID = 6
        try await workplace.app.database.write(as: .system) { tx in
            try tx.save(
                UserRecord(
                    id: gil,
                    email: "gil@baton.example",
                    name: "Gil Field",
                    role: .fieldSales,
                    passwordHash: nil,
                    active: true
                )
            )
            let members = [Workplace.fay, gil].map { Pool.Member(user: $0, available: true) }
            try tx.insert(
                Pool(id: 11, strategy: .rotation, dutyHolder: Workplace.manager, members: members, turn: 0),
                name: "Field"
            )
        }
        let id = try await workplace.lead()
        let ann = Workplace.actor(Workplace.ann)
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: ann)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann)
        #expect(try await Self.notices(Workplace.fay, workplace) == [.offered])
        workplace.advance(.days(7))
        try await Self.fire(workplace)
        let passed = try await workplace.detail(id).lead
        #expect(passed.owner == .person(gil))
        #expect(passed.offer?.giver == .person(Workplace.ann))
        let seller = Actor(user: gil, role: .fieldSales)
        try await workplace.app.perform(DeclineLead(lead: id, reason: "No capacity"), as: seller)
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ann))
        #expect(try await Self.notices(Workplace.ann, workplace).first == .declined)
        #expect(try await workplace.check().holds)
    }
}

/// Nine to five, Monday to Friday, UTC, counted minute by minute.
enum PlainOffice {
    static func add(_ minutes: Int, to start: Instant) -> Instant {
        var left = minutes
        var minute = start
        while left > 0 {
            let hour = minute.milliseconds % 86_400_000 / 3_600_000
            if (minute.milliseconds / 86_400_000 + 3) % 7 < 5, (9..<17).contains(hour) { left -= 1 }
            minute = minute + .minutes(1)
        }
        return minute
    }
}

extension Span {
    fileprivate static func - (a: Span, b: Span) -> Span {
        Span(milliseconds: a.milliseconds - b.milliseconds)
    }
}
