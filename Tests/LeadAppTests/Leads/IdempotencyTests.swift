import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("The same command again")
struct IdempotencyTests {
    @Test("X5: fifty identical conversions at once under one key make one opportunity and all answer it")
    func storm() async throws {
        let workplace = try await Workplace()
        let manager = Workplace.actor(Workplace.manager)
        let id = try await workplace.lead()
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: manager)
        let convert = ConvertLeads(leads: [id], name: "Navy scanners")
        let app = workplace.app
        let made = try await withThrowingTaskGroup(of: Opportunity.ID.self) { group in
            for _ in 0..<50 {
                group.addTask { try await app.perform(convert, as: manager, key: "storm").opportunity }
            }
            return try await group.reduce(into: Set<Opportunity.ID>()) { $0.insert($1) }
        }
        #expect(made.count == 1)
        #expect(try await app.fetch(OpportunityList(), as: manager).rows.map(\.id) == Array(made))
        #expect(try await workplace.check().holds)
    }
}
