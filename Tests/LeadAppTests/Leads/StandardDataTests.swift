import LeadApp
import LeadCore
import LeadStore
import Testing

/// What a workspace can do on its first day, before anybody has set anything up.
@Suite("Out of the box")
struct StandardDataTests {
    let ann = Workplace.actor(Workplace.ann)

    @Test("C1, C2, C4: need, urgency, fit, authority and money are there, each with its level and evidence")
    func criteria() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let levels: [String: Level] = [
            "need": .high, "urgency": .low, "fit": .medium, "authority": .none, "money": .medium,
        ]
        let evidence = Dictionary(uniqueKeysWithValues: levels.keys.map { ($0, "Heard about \($0)") })
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, evidence: evidence), as: ann)
        let detail = try await workplace.detail(id)
        for criterion in Criterion.allCases {
            #expect(detail.lead.qualification.levels[criterion] == levels[criterion.rawValue])
            let seen = detail.evidence.first { $0.criterion == criterion }
            #expect(seen?.text == "Heard about \(criterion.rawValue)")
            #expect(seen?.by == Workplace.ann)
        }
    }

    @Test("C3: the grade is apart from the status, and somebody's own judgement against the rule needs a reason")
    func grade() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels), as: ann)
        #expect(try await workplace.detail(id).lead.grade == .hot)
        #expect(try await workplace.detail(id).lead.kind == .working)
        await #expect {
            try await workplace.app.perform(QualifyLead(lead: id, levels: [:], grade: .poor), as: ann)
        } throws: { error in
            (error as? Refusal)?.code == "reason_missing"
        }
        let judged = QualifyLead(lead: id, levels: [:], grade: .poor, reason: "Asked only for the brochure")
        try await workplace.app.perform(judged, as: ann)
        #expect(try await workplace.detail(id).lead.grade == .poor)
        #expect(try await workplace.detail(id).lead.kind == .working)
    }

    private func proposed(for id: Lead.ID, _ workplace: Workplace) async throws -> String? {
        try await workplace.detail(id).lead.nextStep?.what
    }

    @Test("F7: every open status proposes what comes next and by when")
    func nextSteps() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let manager = Workplace.actor(Workplace.manager)
        #expect(try await proposed(for: id, workplace) == "First contact")
        let attempt = Attempt(channel: .phone, outcome: .noAnswer)
        try await workplace.app.perform(LogAttempt(lead: id, attempt: attempt), as: ann)
        #expect(try await proposed(for: id, workplace) == "Try again")
        let talk = Attempt(channel: .phone, outcome: .reached)
        try await workplace.app.perform(LogAttempt(lead: id, attempt: talk), as: ann)
        #expect(try await proposed(for: id, workplace) == "Complete the qualification")
        let levels: [String: Level] = ["need": .high, "urgency": .high, "fit": .high]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: ann)
        #expect(try await proposed(for: id, workplace) == "Hand off to sales")
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: manager)
        #expect(try await proposed(for: id, workplace) == "Accept or decline")
        try await workplace.app.perform(AcceptLead(lead: id), as: Workplace.actor(Workplace.fay))
        #expect(try await proposed(for: id, workplace) == "Call and agree the next meeting")
    }
}
