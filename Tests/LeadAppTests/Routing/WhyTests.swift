import LeadApp
import LeadCore
import LeadStore
import Testing

struct WhyTests {
    @Test("X9: every assignment is decided again to the same answer, whatever has changed since")
    func same() async throws {
        let world = try await RulesWorkplace { rules in
            rules.rules.insert(
                AssignmentRule(
                    key: "old",
                    name: "Old and from Acme",
                    condition: .all([
                        .fact(.email, .endsWith, .word("acme.example")), .fact(.created, .olderThan, .span(.days(1))),
                    ]),
                    pool: RulesWorkplace.german
                ),
                at: 0
            )
        }
        var leads: [Lead.ID] = []
        for number in 0..<6 { leads.append(try await world.lead(number, country: ["DE", "FR", nil][number % 3])) }
        try await world.pool(.leastLoaded, [Workplace.mia, Workplace.ben], [])
        try await world.set(AssignmentRules())
        for lead in leads {
            let items = try await world.why(lead)
            #expect(items.count == 1)
            #expect(items.allSatisfy { $0.isSame == true })
        }
        guard case .assignment(let assigned, let trace?, let rule?) = try await world.why(leads[0]).first?.matter else {
            Issue.record("no decision")
            return
        }
        #expect(rule.name == "German leads")
        #expect(assigned.owner == .person(Workplace.fay))
        #expect(trace.decision.choices.first?.candidates.map(\.code) == [.chosen, .notTheirTurn])
    }

    @Test("X9: what is kept of a decision names no person and no address of the lead")
    func noPersonalData() async throws {
        let world = try await RulesWorkplace { rules in
            rules.rules.insert(
                AssignmentRule(
                    key: "named",
                    name: "Named",
                    condition: .any([
                        .fact(.email, .contains, .word("nobody")), .fact(.contactName, .isEmpty),
                        .fact(.city, .isNotEmpty),
                    ]),
                    pool: RulesWorkplace.german
                ),
                at: 0
            )
        }
        let lead = try await world.lead(4) { $0.city = "Kleinkleckersdorf" }
        let body = try await world.work.app.database.read { snapshot in
            try snapshot.value("SELECT body FROM routing_decisions WHERE lead_id = \(lead)") as String?
        }
        let text = try #require(body)
        for word in ["Person 4", "p4@", "firm4", "Firm 4", "Kleckersdorf", "kleckersdorf"] {
            #expect(!text.contains(word))
        }
    }

    @Test("X9, E5: a relief by a clock tells who was passed over and why")
    func relief() async throws {
        let world = try await RulesWorkplace()
        let lead = try await world.lead(0)
        world.work.advance(.days(9))
        while try await world.work.app.perform(BreachDueClocks(), as: .system) > 0 {}
        let assignments = try await world.why(lead).filter { if case .assignment = $0.matter { true } else { false } }
        #expect(assignments.count >= 2)
        #expect(assignments.allSatisfy { $0.isSame == true })
        guard case .assignment(let given, let trace?, _) = assignments[1].matter else {
            Issue.record("no decision")
            return
        }
        #expect(given.reason == .ranOut)
        #expect(trace.decision.choices[0].candidates.map(\.code) == [.ranOut, .chosen])
        let all = try await world.why(lead)
        #expect(all.contains { if case .escalation = $0.matter { $0.isSame == true } else { false } })
    }

    @Test("X8, F4: rules through which leads would fall are refused, with each fault at its place")
    func unsound() async throws {
        let world = try await RulesWorkplace()
        var rules = try await world.work.app.fetch(PolicyInForce(), as: .system).body.assignment ?? AssignmentRules()
        rules.rules.append(
            AssignmentRule(key: "again", name: "Again", condition: .fact(.country, .equals, .word("de")), pool: 20)
        )
        do {
            try await world.set(rules)
            Issue.record("unsound rules were taken")
        } catch let refusal as Refusal {
            #expect(refusal.code == "rules_unsound")
            #expect(refusal.issues.map(\.pointer) == ["/assignment/rules/1"])
        }
        let faults = try await world.work.app.fetch(CheckRules(rules: rules), as: RulesWorkplace.admin)
        #expect(faults.map(\.kind) == [.shadowed, .gap])
    }
}
