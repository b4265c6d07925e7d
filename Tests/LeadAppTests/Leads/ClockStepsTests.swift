import LeadApp
import LeadCore
import LeadStore
import Testing

/// The clock of the machine is set forward and back: nothing fails, and no lead's time runs backwards.
@Suite("A clock that jumps")
struct ClockStepsTests {
    private let ann = Workplace.actor(Workplace.ann)

    @Test("X2: acts after the clock stepped back are recorded at the lead's last moment, and every promise holds")
    func back() async throws {
        let workplace = try await Workplace()
        workplace.advance(.days(40))
        let ahead = workplace.now
        let id = try await workplace.lead()
        workplace.advance(.days(-40))
        try await workplace.app.perform(
            LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: .reached)),
            as: ann
        )
        try await workplace.app.perform(
            QualifyLead(
                lead: id,
                levels: ["need": .high, "urgency": .medium, "fit": .medium],
                evidence: ["need": "Line stands still weekly"],
                conclude: true
            ),
            as: ann
        )
        let won = try await workplace.app.perform(ConvertLeads(leads: [id], name: "Deal"), as: .system)
        try await workplace.app.perform(WinOpportunity(opportunity: won.opportunity), as: .system)
        let detail = try await workplace.detail(id)
        #expect(detail.lead.kind == .converted)
        #expect(detail.lead.statusSince == ahead)
        let moments = detail.events.map(\.at)
        #expect(moments == moments.sorted())
        #expect(try await workplace.check().holds)
    }

    @Test(
        "X2: whatever the clock does between acts, times in the ledger only grow",
        arguments: [1, 2, 3, 4, 5] as [UInt64]
    )
    func bothWays(seed: UInt64) async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        var state = seed
        for step in 0..<40 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            workplace.advance(.hours(Int64(state >> 33) % 400 - 200))
            switch step % 4 {
            case 0:
                try await workplace.app.perform(
                    LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
                    as: .system
                )
            case 1: try await workplace.app.perform(BreachDueClocks(), as: .system)
            case 2:
                let to = step % 8 == 2 ? Workplace.ben : Workplace.ann
                try await workplace.app.perform(AssignLead(lead: id, to: .person(to), reason: "Turn"), as: .system)
            default: try await workplace.capture { $0.event = "visit \(step)" }
            }
        }
        let moments = try await workplace.detail(id).events.map(\.at)
        #expect(moments.count > 40)
        #expect(moments == moments.sorted())
        let check = try await workplace.check()
        #expect(check.holds, "\(check.findings.filter { !$0.holds })")
    }
}
