import LeadCore
import Testing

@Suite("The lead process")
struct ProcessTests {
    @Test("C5, F4: the standard process drops no lead")
    func standard() {
        #expect(LeadProcess.standard.faults.isEmpty)
    }

    @Test("F4: a process with a hole is found out")
    func faults() {
        var process = LeadProcess.standard
        process.steps[1].clock = nil
        process.steps[0].moves.append("nowhere")
        #expect(process.faults.count == 2)
        process.steps.removeAll { $0.kind == .new }
        #expect(process.faults.contains("There is no status of kind new, so no lead could start."))
    }

    @Test("F4: a process in which no lead could wake is found out, and its wake-up clock breaches instead of failing")
    func wakeless() throws {
        var process = LeadProcess.standard
        for index in process.steps.indices where process.steps[index].kind == .nurture {
            process.steps[index].moves = ["qualified"]
        }
        #expect(
            process.faults == [
                "Future potential buyer leads to no new or working status, so no lead could wake there."
            ]
        )
        let start = Instant(milliseconds: 1_780_000_000_000)
        let calendar = try WorkingCalendar(.always, zone: .utc)
        var facts = Facts(now: start, actor: .system, policy: Policy(version: 1, process: process, calendar: calendar))
        let born = LeadEvent.Captured(
            account: 1,
            productClass: 2,
            source: 3,
            campaign: nil,
            status: "open",
            kind: .new,
            value: nil,
            submission: nil
        )
        var act = LeadAct(Lead(id: 9, at: start, born), facts: facts, newClockID: { 7 })
        try act.recycle(to: .person(1), reason: "Not now, later", wakeAt: start + .hours(1))
        facts.now = start + .hours(2)
        act = LeadAct(act.lead, facts: facts, newClockID: { 8 })
        try act.fire(7)
        #expect(act.lead.kind == .nurture)
        #expect(act.lead.clocks.first?.breachedAt == facts.now)

        for index in facts.policy.process.steps.indices where facts.policy.process.steps[index].kind == .nurture {
            facts.policy.process.steps[index].moves = ["in_process", "qualified"]
        }
        #expect(facts.policy.process.faults.isEmpty)
        act = LeadAct(act.lead, facts: facts, newClockID: { 9 })
        try act.wake()
        #expect(act.lead.status == "in_process")
    }

    @Test("C3: the grade follows from need, urgency and fit")
    func grade() {
        func grade(_ levels: [Criterion: Level]) -> Grade? { Qualification(levels: levels).grade }
        #expect(grade([.need: .high, .urgency: .medium]) == nil)
        #expect(grade([.need: .high, .urgency: .medium, .fit: .medium]) == .hot)
        #expect(grade([.need: .medium, .urgency: .medium, .fit: .medium]) == .good)
        #expect(grade([.need: .none, .urgency: .high, .fit: .high]) == .poor)
        #expect(grade([.need: .low, .urgency: .low, .fit: .low]) == .poor)
        #expect(grade([.need: .high, .urgency: .high, .fit: .high, .money: .none]) == .good)
    }

    @Test("E1: turns go round those who are there; with nobody there the pool holds the lead")
    func pool() {
        var pool = Pool(
            id: 1,
            strategy: .rotation,
            dutyHolder: 9,
            members: [
                .init(user: 1, available: true), .init(user: 2, available: false), .init(user: 3, available: true),
            ],
            turn: 0
        )
        var given: [Owner] = []
        for _ in 0..<4 {
            let allotment = pool.allot()
            given.append(allotment.owner)
            pool.turn = allotment.turn
        }
        #expect(given == [.person(1), .person(3), .person(1), .person(3)])
        pool.members = pool.members.map { .init(user: $0.user, available: false) }
        #expect(pool.allot().owner == .pool(1))
        #expect(pool.allot().reason == .nobodyAvailable)
    }
}
