import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Policies that cannot be put in force")
struct PolicySoundnessTests {
    /// The code of the refusal and where it points; nothing when there is none.
    private func refused(_ edit: (inout PolicyBody) -> Void) async throws -> [String] {
        let workplace = try await Workplace()
        var body = PolicyBody.standard
        edit(&body)
        do {
            try await workplace.app.perform(SetPolicy(body: body), as: .system)
            return []
        } catch let refusal as Refusal { return [refusal.code] + refusal.issues.map(\.pointer) }
    }

    @Test("X16: stages, currency and region that nothing could be reckoned with are refused")
    func impossible() async throws {
        #expect(try await refused { $0.stages[1].key = $0.stages[0].key } == ["stages_impossible", "/stages"])
        #expect(try await refused { $0.stages.removeAll { $0.kind == .won } } == ["stages_impossible", "/stages"])
        #expect(try await refused { $0.currency = "euro" } == ["invalid_input", "/currency"])
        #expect(try await refused { $0.region = "Germany" } == ["invalid_input", "/region"])
        #expect(try await refused { $0.currency = "CHF" } == [])
    }

    @Test("I1: a policy that was stored with two stages of one key does not stop the value report")
    func stored() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        try await workplace.qualify(id)
        try await workplace.app.perform(ConvertLeads(leads: [id], name: "Deal"), as: Workplace.boss)
        try await workplace.app.database.write(as: .system) { tx in
            var body = PolicyBody.standard
            body.stages[1].key = body.stages[0].key
            try tx.insertPolicy(2, body: try JSON.text(body))
        }
        let answer = try await workplace.app.fetch(FetchReport(.value), as: Workplace.boss)
        #expect(!answer.report.tables.isEmpty)
    }
}
