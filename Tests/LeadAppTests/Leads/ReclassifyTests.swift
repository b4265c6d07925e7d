import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Leads about another product class")
struct ReclassifyTests {
    private func counts(_ place: Workplace, asOf: Instant? = nil, only: [String] = []) async throws -> [String: Int] {
        var question = FetchReport(.currentStatus, by: .productClass)
        question.asOf = asOf
        question.productClasses = only
        let table = try #require(try await place.app.fetch(question, as: .system).report.tables.first)
        let group = try #require(table.columns.firstIndex { $0.key == "product-class" })
        let count = try #require(table.columns.firstIndex { $0.key == "leads" })
        return table.rows.reduce(into: [:]) { counts, row in
            if case .text(let name) = row[group], case .count(let number) = row[count] {
                if number > 0 { counts[name, default: 0] += number }
            }
        }
    }

    @Test(
        "B1: the class is changed with a reason; status, owner, clocks and responses stay, and the ledger folds to it"
    )
    func changes() async throws {
        let place = try await Workplace()
        try await place.classes("Service")
        let lead = try await place.lead()
        let before = try await place.detail(lead).lead
        let responses = try await place.responses()
        place.advance(.days(2))
        try await place.app.perform(
            ReclassifyLead(lead: lead, productClass: "service", reason: "They want maintenance"),
            as: Workplace.boss
        )
        let detail = try await place.detail(lead)
        #expect(detail.row.productClass == "Service")
        #expect(detail.lead.status == before.status && detail.lead.owner == before.owner)
        #expect(detail.lead.clocks == before.clocks && detail.lead.nextStep == before.nextStep)
        #expect(try await place.responses() == responses)
        #expect(detail.events.last?.event.kind == .reclassified)
        #expect(try await place.check().holds)
        try await place.app.perform(
            ReclassifyLead(lead: lead, productClass: "Service", reason: "Again"),
            as: Workplace.boss
        )
        #expect(try await place.detail(lead).lead.version == detail.lead.version, "done twice it is done once")
    }

    @Test("I1: reports by class follow at once, and as of the day before count it as it was")
    func reports() async throws {
        let place = try await Workplace()
        try await place.classes("Service")
        let lead = try await place.lead()
        #expect(try await counts(place) == ["General": 1])
        place.advance(.days(2))
        try await place.app.perform(
            ReclassifyLead(lead: lead, productClass: "Service", reason: "They want maintenance"),
            as: Workplace.boss
        )
        #expect(try await counts(place) == ["Service": 1])
        #expect(try await counts(place, only: ["General"]) == [:])
        let dayBefore = place.now - .days(1)
        #expect(try await counts(place, asOf: dayBefore) == ["General": 1])
        #expect(try await counts(place, asOf: dayBefore, only: ["General"]) == ["General": 1])
        #expect(try await counts(place, asOf: dayBefore, only: ["Service"]) == [:])
    }

    @Test("B1: refused where the account has an open lead of the class, which is named to those alone who may see it")
    func occupied() async throws {
        let place = try await Workplace()
        try await place.classes("Service")
        let lead = try await place.lead()
        let there = try await place.lead { $0.productClass = "Service" }
        for id in [lead, there] {
            try await place.app.perform(AssignLead(lead: id, to: .person(Workplace.ann), reason: "x"), as: .system)
        }
        try await place.app.perform(AssignLead(lead: lead, to: .person(Workplace.fay), reason: "x"), as: .system)
        let change = ReclassifyLead(lead: lead, productClass: "Service", reason: "Service")
        for (actor, named) in [
            (Workplace.boss, [there.description]), (Workplace.actor(Workplace.fay), []),
        ] {
            await #expect {
                try await place.app.perform(change, as: actor)
            } throws: { error in
                code(error) == "open_lead_exists" && (error as? Refusal)?.issues.map(\.message) == named
            }
        }
        #expect(try await place.detail(lead).row.productClass == "General")
    }

    @Test("B1: a reason and a class that there is are needed, and the lead must be open")
    func refused() async throws {
        let place = try await Workplace()
        try await place.classes("Service")
        let lead = try await place.lead()
        for (name, reason, expected) in [("Service", " ", "reason_missing"), ("Nowhere", "x", "invalid_input")] {
            await #expect {
                try await place.app.perform(
                    ReclassifyLead(lead: lead, productClass: name, reason: reason),
                    as: Workplace.boss
                )
            } throws: { code($0) == expected }
        }
        try await place.app.perform(RejectLead(lead: lead, reason: "No need"), as: .system)
        await #expect {
            try await place.app.perform(
                ReclassifyLead(lead: lead, productClass: "Service", reason: "x"),
                as: Workplace.boss
            )
        } throws: { code($0) == "lead_closed" }
    }
}
