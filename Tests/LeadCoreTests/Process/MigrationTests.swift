import LeadCore
import Testing

@Suite("A lead under a new version of the process")
struct MigrationTests {
    /// The standard process with one more working status, and one in which nobody waits for a follow-up.
    private static var next: LeadProcess {
        var process = LeadProcess.standard
        process.steps.append(
            .init(
                "working",
                "Working",
                .working,
                moves: ["qualified", "not_qualified"],
                clock: ClockTarget(.followUp, .hours(10)),
                nextStep: .init("Work on", .hours(5))
            )
        )
        return process
    }

    @Test(
        "C5: custody, tiling stays and fold hold when leads at any point of random lives are moved",
        arguments: UInt64(1)...60
    )
    func invariants(seed: UInt64) throws {
        var life = try RandomLife(seed: seed)
        for _ in 0..<Int(seed % 40) { life.actAtRandom() }
        let before = life.lead
        for step in Self.next.steps {
            var copy = life
            do {
                try copy.act("migrate", under: Policy(version: 2, process: Self.next, calendar: .always)) {
                    try $0.migrate(to: step.status)
                }
            } catch let refusal as Refusal {
                #expect(refusal.code == "mapping_changes_meaning")
                #expect(before.kind != step.kind)
                continue
            }
            #expect(copy.lead.status == step.status)
            #expect(copy.lead.isOpen == before.isOpen)
            #expect(copy.lead.owner == before.owner)
            #expect(copy.lead.offer == before.offer)
            #expect(copy.lead.custodyGaps.isEmpty)
            #expect(copy.folded == copy.lead)
            #expect(copy.tiles(.status) && copy.tiles(.owner))
            if !before.isOpen { #expect(copy.lead.kind == before.kind) }
        }
    }

    @Test("C5: the clock and the next step run on unless the new status has others")
    func clocks() throws {
        var life = try RandomLife(seed: 1)
        try life.act("call") { try $0.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil) }
        let (clocks, step) = (life.lead.clocks, life.lead.nextStep)
        let policy = Policy(version: 2, process: Self.next, calendar: .always)
        try life.act("same clock", under: policy) { try $0.migrate(to: "working") }
        #expect(life.lead.clocks == clocks)
        #expect(life.lead.nextStep == step)
        try life.act("other clock", under: policy) { try $0.migrate(to: "in_process") }
        #expect(life.lead.clocks.map(\.kind) == [.qualification])
        #expect(life.lead.nextStep?.what == "Complete the qualification")
    }

    @Test(
        "C9: nobody is closed, sold or woken by a mapping",
        arguments: ["not_qualified", "lost", "converted", "qualified", "handed_off", "accepted", "nurture"]
    )
    func meaning(status: String) throws {
        var life = try RandomLife(seed: 1)
        let policy = Policy(version: 2, process: Self.next, calendar: .always)
        #expect(throws: Refusal.self) {
            try life.act("migrate", under: policy) { try $0.migrate(to: Status(rawValue: status)) }
        }
    }
}
