import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Leads that one does not see any more")
struct UnseenLeadTests {
    private let fay = Workplace.actor(Workplace.fay)

    @Test("J6: who holds a merged lead learns no name of a survivor that they do not see")
    func survivor() async throws {
        let workplace = try await Workplace()
        let merged = try await workplace.lead("Grace Hopper", "Navy")
        let survivor = try await workplace.lead("Jean Bartik", "Army")
        let give = AssignLead(lead: merged, to: .person(Workplace.fay), reason: "Hers")
        try await workplace.app.perform(give, as: Workplace.boss)
        let merge = MergeLeads(survivor: survivor, merged: [merged], otherAccounts: true)
        try await workplace.app.perform(merge, as: Workplace.boss)
        #expect(try await workplace.app.fetch(LeadDetail(lead: merged), as: fay).survivor == nil)
        #expect(try await workplace.app.fetch(LeadDetail(lead: merged), as: Workplace.boss).survivor?.id == survivor)
        #expect(
            try await workplace.app.fetch(LeadDetail(lead: survivor), as: Workplace.boss).merged.map(\.id) == [merged]
        )
        let holder = try #require(try await workplace.detail(survivor).lead.owner.person)
        #expect(
            try await workplace.app.fetch(LeadDetail(lead: survivor), as: Workplace.actor(holder)).merged.isEmpty
        )
    }

    @Test("J6: a notice of a lead that was given away names nobody; that of one's own does")
    func notices() async throws {
        let workplace = try await Workplace()
        let given = try await workplace.lead("Grace Hopper", "Navy")
        let kept = try await workplace.lead("Jean Bartik", "Army")
        for lead in [given, kept] {
            let give = AssignLead(lead: lead, to: .person(Workplace.fay), reason: "Hers")
            try await workplace.app.perform(give, as: Workplace.boss)
        }
        let away = AssignLead(lead: given, to: .person(Workplace.ben), reason: "His after all")
        try await workplace.app.perform(away, as: Workplace.boss)
        let notices = try await workplace.app.fetch(NoticeList(), as: fay).notices
        let byLead = Dictionary(notices.map { ($0.lead, $0) }) { first, _ in first }
        #expect(byLead[given]?.name == nil && byLead[given]?.account == nil)
        #expect(byLead[kept]?.name == "Jean Bartik" && byLead[kept]?.account == "Army")
    }

    @Test("E7: a partner assists partners, and nobody of the house")
    func partners() async throws {
        let workplace = try await Workplace()
        let partners: [User.ID] = [71, 72]
        try await workplace.app.database.write(as: .system) { tx in
            for id in partners {
                let email = "partner\(id)@outside.example"
                try tx.save(
                    UserRecord(id: id, email: email, name: "Partner", role: .partner, passwordHash: nil, active: true)
                )
            }
        }
        await #expect {
            try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: 71), as: fay)
        } throws: { ($0 as? Refusal)?.issues.first?.pointer == "/assistant" }
        try await workplace.app.perform(
            AppointAssistant(person: 71, assistant: 72),
            as: Actor(user: 71, role: .partner)
        )
    }

    @Test("pain 8: a merged lead is found again after the undo, whoever was taken off the survivor meanwhile")
    func search() async throws {
        let workplace = try await Workplace()
        let survivor = try await workplace.lead("Grace Hopper", "Navy")
        let merged = try await workplace.lead("Jean Bartik", "Army")
        let merge = MergeLeads(survivor: survivor, merged: [merged], otherAccounts: true)
        try await workplace.app.perform(merge, as: Workplace.boss)
        var third = Inquiry()
        third.name = "Ada Byron"
        third.email = "ada@byron.example"
        try await workplace.app.perform(LinkContact(lead: survivor, person: third, role: .user), as: Workplace.boss)
        let ada = try #require(
            try await workplace.detail(survivor).people.first { $0.contact.name == "Ada Byron" }?.contact.id
        )
        try await workplace.app.perform(UnlinkContact(lead: survivor, contact: ada), as: Workplace.boss)
        func found(_ text: String) async throws -> [Lead.ID] {
            var filter = LeadFilter()
            filter.text = text
            return try await workplace.app.fetch(LeadList(filter), as: Workplace.boss).rows.map(\.id)
        }
        #expect(try await found("jean.bartik") == [survivor])
        try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss)
        #expect(try await found("jean.bartik") == [merged])
        #expect(try await found("grace.hopper") == [survivor])
        #expect(try await found("ada@byron").isEmpty)
    }
}
