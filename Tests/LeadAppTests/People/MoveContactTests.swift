import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("People who change company")
struct MoveContactTests {
    private func person(_ lead: Lead.ID, _ workplace: Workplace) async throws -> Contact.ID {
        try #require(try await workplace.detail(lead).people.first).contact.id
    }

    @Test(
        "A3, A6: a person moves with the open lead that is theirs alone; responses stay and the next inquiry joins it"
    )
    func moves() async throws {
        let workplace = try await Workplace()
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        let responses = try await workplace.responses()
        let outcome = try await workplace.app.perform(
            MoveContact(contact: person(lead, workplace), company: "Remington", withLeads: true),
            as: Workplace.boss
        )
        #expect(outcome.leads == [lead])
        #expect(try await workplace.detail(lead).account.name == "Remington")
        #expect(try await workplace.responses() == responses)
        #expect(try await workplace.lead("Grace Hopper", "Navy") == lead, "found by e-mail, at the new company")
        #expect(try await workplace.check().holds)
    }

    @Test("A3: without their leads, or from a lead with others on it, only the person moves")
    func alone() async throws {
        let workplace = try await Workplace()
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        var jean = Inquiry()
        jean.name = "Jean Bartik"
        jean.email = "jean@navy.example"
        try await workplace.app.perform(LinkContact(lead: lead, person: jean, role: .champion), as: Workplace.boss)
        let outcome = try await workplace.app.perform(
            MoveContact(contact: person(lead, workplace), company: "Remington", withLeads: true),
            as: Workplace.boss
        )
        #expect(outcome.leads.isEmpty)
        #expect(try await workplace.detail(lead).account.name == "Navy")
    }

    @Test("A3: refused where the new company has an open lead for the class, naming the one to merge with")
    func occupied() async throws {
        let workplace = try await Workplace()
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        let there = try await workplace.lead("Rem Ington", "Remington")
        let contact = try await person(lead, workplace)
        await #expect {
            try await workplace.app.perform(
                MoveContact(contact: contact, company: "remington", withLeads: true),
                as: Workplace.boss
            )
        } throws: { error in
            code(error) == "open_lead_exists" && (error as? Refusal)?.issues.first?.message == there.description
        }
        #expect(try await workplace.detail(lead).account.name == "Navy")
        await #expect {
            try await workplace.app.perform(
                MoveContact(contact: contact, company: "Remington", withLeads: true),
                as: Workplace.actor(Workplace.fay)
            )
        } throws: { code($0) == "not_found" }
    }
}
