import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("One key, two acts")
struct SameKeyTests {
    @Test("X5: a key that came with one act on a lead is refused with another, though both name the lead alone")
    func acts() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        try await workplace.qualify(id)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: Workplace.boss)
        try await workplace.app.perform(AcceptLead(lead: id), as: Workplace.boss, key: "once")
        try await workplace.app.perform(AcceptLead(lead: id), as: Workplace.boss, key: "once")
        await #expect {
            try await workplace.app.perform(WakeLead(lead: id), as: Workplace.boss, key: "once")
        } throws: { code($0) == "idempotency_key_reused" }
    }
}
