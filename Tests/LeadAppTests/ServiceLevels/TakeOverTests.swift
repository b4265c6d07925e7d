import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Taking over what is late")
struct TakeOverTests {
    @Test("F8: who takes over a late lead holds it, and the timeline says why; what is not late is left alone")
    func late() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        await #expect { try await workplace.app.perform(TakeOverLead(lead: id), as: Workplace.boss) } throws: {
            code($0) == "not_late"
        }
        workplace.advance(.hours(5))
        try await EscalationFlowTests.fire(workplace)
        await #expect {
            try await workplace.app.perform(TakeOverLead(lead: id), as: Workplace.actor(Workplace.ben))
        } throws: { ($0 as? Refusal)?.kind == .forbidden }
        try await workplace.app.perform(TakeOverLead(lead: id), as: Workplace.boss)
        let detail = try await workplace.detail(id)
        #expect(detail.lead.owner == .person(Workplace.manager))
        #expect(detail.activities.compactMap(\.note) == ["Taken over by Max Manager, since it was late."])
        #expect(try await workplace.check().holds)
    }
}
