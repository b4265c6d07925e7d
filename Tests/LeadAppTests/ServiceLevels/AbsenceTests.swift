import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Absences and calendars")
struct AbsenceTests {
    @Test("E3: an absence now is being away, one that comes makes somebody away when it begins, and ends by itself")
    func away() async throws {
        let workplace = try await Workplace()
        let ann = Workplace.actor(Workplace.ann)
        let from = workplace.now + .days(2)
        let id = try await workplace.app.perform(
            EnterAbsence(from: from, until: from + .days(3), note: "Holiday"),
            as: ann
        ).absence
        #expect(try await record(workplace).awayUntil == nil)
        #expect(try await workplace.app.fetch(NextClockDue(), as: .system) == from)
        workplace.advance(.days(2))
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 1)
        #expect(try await record(workplace).awayUntil == from + .days(3))
        let lead = try await workplace.lead()
        #expect(try await workplace.detail(lead).lead.owner == .person(Workplace.ben))
        try await workplace.app.perform(EndAbsence(absence: id), as: ann)
        #expect(try await record(workplace).awayUntil == nil)
        #expect(try await workplace.app.fetch(AbsenceList(), as: ann).absences.isEmpty)
    }

    @Test("E3: the field away until and the absence are one thing")
    func field() async throws {
        let workplace = try await Workplace()
        let ann = Workplace.actor(Workplace.ann)
        let until = workplace.now + .days(4)
        try await workplace.app.perform(UpdateMyself(name: "Ann Inside", awayUntil: until), as: ann)
        #expect(try await workplace.app.fetch(AbsenceList(), as: ann).absences.map(\.until) == [until])
        try await workplace.app.perform(UpdateMyself(name: "Ann Inside", awayUntil: nil), as: ann)
        #expect(try await workplace.app.fetch(AbsenceList(), as: ann).absences.isEmpty)
    }

    @Test("E3: people enter their own absences, managers everybody's; nobody reads or ends those of others")
    func rights() async throws {
        let workplace = try await Workplace()
        let (ann, ben) = (Workplace.actor(Workplace.ann), Workplace.actor(Workplace.ben))
        let (from, until) = (workplace.now, workplace.now + .days(1))
        await #expect {
            try await workplace.app.perform(
                EnterAbsence(person: Workplace.ann, from: from, until: until),
                as: ben
            )
        } throws: { ($0 as? Refusal)?.kind == .forbidden }
        let manager = Workplace.actor(Workplace.manager)
        let id = try await workplace.app.perform(
            EnterAbsence(person: Workplace.ann, from: from, until: until),
            as: manager
        ).absence
        #expect(try await workplace.app.fetch(AbsenceList(), as: ben).absences.isEmpty)
        #expect(try await workplace.app.fetch(AbsenceList(), as: manager).absences.map(\.id) == [id])
        await #expect { try await workplace.app.perform(EndAbsence(absence: id), as: ben) } throws: {
            ($0 as? Refusal)?.kind == .notFound
        }
        for (from, until) in [(until, from), (from - .days(3), from - .days(1))] {
            await #expect(throws: Refusal.self) {
                try await workplace.app.perform(EnterAbsence(from: from, until: until), as: ann)
            }
        }
    }

    @Test("E3: due times count by the calendar of who holds the lead: the person's own, else their team's")
    func calendars() async throws {
        let workplace = try await Workplace()
        let admin = Actor(user: Workplace.manager, role: .administrator)
        let west = CalendarPolicy(
            name: "West",
            zone: "America/New_York",
            hours: CalendarPolicy.officeHours().hours,
            holidays: [try #require(LocalDate("2026-06-18"))]
        )
        try await workplace.app.perform(SaveCalendar(replacing: nil, calendar: west), as: admin)
        let choice = ChooseCalendar(holder: .pool(Workplace.pool), calendar: "West")
        try await workplace.app.perform(choice, as: admin)
        // Wednesday 10:00 UTC is 06:00 in New York: four hours are over at 13:00 there, 17:00 UTC.
        let first = try await workplace.lead()
        #expect(try await workplace.detail(first).lead.clocks.map(\.dueAt) == [Workplace.start + .hours(7)])
        workplace.advance(.hours(9))
        try await workplace.app.perform(
            AssignLead(lead: first, to: .person(Workplace.fay), reason: "Knows them"),
            as: admin
        )
        // 15:00 there, due since 13:00: what is late stays late.
        #expect(try await workplace.detail(first).lead.clocks.map(\.dueAt) == [Workplace.start + .hours(7)])
        let second = try await workplace.lead {
            $0.name = "Ada Byron"
            $0.email = "ada@byron.example"
            $0.company = "Byron"
        }
        // From 15:00 two hours remain on Wednesday; Thursday is a holiday there: Friday 11:00, 15:00 UTC.
        #expect(
            try await workplace.detail(second).lead.clocks.map(\.dueAt) == [Workplace.start + .days(2) + .hours(5)]
        )
        await #expect { try await workplace.app.perform(DeleteCalendar(calendar: "West"), as: admin) } throws: {
            ($0 as? Refusal)?.code == "calendar_in_use"
        }
        var renamed = west
        renamed.name = "New York"
        try await workplace.app.perform(SaveCalendar(replacing: "West", calendar: renamed), as: admin)
        let list = try await workplace.app.fetch(CalendarList(), as: admin)
        #expect(list.choices == [.pool(Workplace.pool): "New York"])
        #expect(list.others.map(\.name) == ["New York"])
    }

    private func record(_ workplace: Workplace) async throws -> Colleague {
        try #require(
            try await workplace.app.fetch(PeopleList(), as: .system).first { $0.id == Workplace.ann }
        )
    }
}
