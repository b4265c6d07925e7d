import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Deciding")
struct DecisionTests {
    @Test("A command loads no history: it is decided on a lead whose ledger nobody could read")
    func history() async throws {
        let workplace = try await Workplace()
        let manager = Workplace.actor(Workplace.manager)
        let id = try await workplace.lead()
        try await workplace.app.database.write(as: .system) { tx in
            try tx.run("UPDATE ledger SET kind = 'unreadable', details = 'torn' WHERE lead_id = \(id)")
            try tx.run("UPDATE stays SET value = 'torn' WHERE subject_id = \(id) AND left_at IS NOT NULL")
        }
        await #expect(throws: (any Error).self) { try await workplace.detail(id) }
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        let call = Attempt(channel: .phone, outcome: .noAnswer)
        try await workplace.app.perform(LogAttempt(lead: id, attempt: call), as: manager)
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: manager)
        let offered = try await workplace.app.perform(
            HandOffLead(lead: id, to: .person(Workplace.fay)),
            as: manager
        )
        #expect(offered.owner == .person(Workplace.fay))
        #expect(offered.version == 4)
    }
}
