import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Linked leads")
struct LinkLeadsTests {
    @Test("B4: leads of any account are linked to one potential deal, shown on each, and unlinked again")
    func link() async throws {
        let workplace = try await Workplace()
        let first = try await workplace.lead("Ann One", "Acme")
        let second = try await workplace.lead("Bob Two", "Bolt")
        let third = try await workplace.lead("Cem Three", "Corp")
        try await workplace.app.perform(LinkLeads(lead: first, other: second), as: Workplace.boss)
        try await workplace.app.perform(LinkLeads(lead: third, other: second), as: Workplace.boss)
        for (lead, others) in [(first, [second, third]), (second, [first, third]), (third, [first, second])] {
            #expect(Set(try await workplace.detail(lead).linked.map(\.id)) == Set(others))
        }
        let kinds = try await workplace.detail(first).events.map(\.event.kind)
        #expect(kinds.filter { $0 == .leadLinked }.count >= 1)
        try await workplace.app.perform(UnlinkLead(lead: second), as: Workplace.boss)
        #expect(try await workplace.detail(second).linked.isEmpty)
        #expect(try await workplace.detail(first).linked.map(\.id) == [third])
        try await workplace.app.perform(UnlinkLead(lead: first), as: Workplace.boss)
        #expect(try await workplace.detail(third).linked.isEmpty, "a group of one is none")
        #expect(try await workplace.check().holds)
    }

    @Test("B4: two groups that are linked become one; linking twice changes nothing more")
    func groups() async throws {
        let workplace = try await Workplace()
        var leads: [Lead.ID] = []
        for company in ["Acme", "Bolt", "Corp", "Dune"] {
            leads.append(try await workplace.lead("Pat \(company)", company))
        }
        try await workplace.app.perform(LinkLeads(lead: leads[0], other: leads[1]), as: Workplace.boss)
        try await workplace.app.perform(LinkLeads(lead: leads[2], other: leads[3]), as: Workplace.boss)
        try await workplace.app.perform(LinkLeads(lead: leads[0], other: leads[3]), as: Workplace.boss)
        for lead in leads { #expect(try await workplace.detail(lead).linked.count == 3) }
        let version = try await workplace.detail(leads[0]).lead.version
        try await workplace.app.perform(LinkLeads(lead: leads[0], other: leads[2]), as: Workplace.boss)
        #expect(try await workplace.detail(leads[0]).lead.version == version)
    }

    @Test("B4: what one may not see cannot be linked, and is counted but not named")
    func unseen() async throws {
        let workplace = try await Workplace()
        let first = try await workplace.lead("Ann One", "Acme")
        let second = try await workplace.lead("Bob Two", "Bolt")
        let ann = Workplace.actor(Workplace.ann)
        await #expect { try await workplace.app.perform(LinkLeads(lead: first, other: second), as: ann) } throws: {
            code($0) == "not_found"
        }
        try await workplace.app.perform(LinkLeads(lead: first, other: second), as: Workplace.boss)
        let seen = try await workplace.app.fetch(LeadDetail(lead: first), as: ann)
        #expect(seen.linked.isEmpty)
        #expect(seen.linkedUnseen == 1)
    }
}
