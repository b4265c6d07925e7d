import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Assistants and joint ownership")
struct AssistantTests {
    let fay = Workplace.actor(Workplace.fay)
    let ben = Workplace.actor(Workplace.ben)

    /// A lead that Fay holds.
    private func held(_ workplace: Workplace) async throws -> Lead.ID {
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        try await workplace.app.perform(
            AssignLead(lead: lead, to: .person(Workplace.fay), reason: "Territory"),
            as: Workplace.boss
        )
        return lead
    }

    @Test("E7: an assistant sees and works the leads of whom they assist; the ledger says for whom")
    func works() async throws {
        let workplace = try await Workplace()
        let lead = try await held(workplace)
        let log = LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .reached))
        await #expect { try await workplace.app.perform(log, as: ben) } throws: { code($0) == "not_found" }
        try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.ben), as: fay)
        try await workplace.app.perform(log, as: ben)
        let event = try #require(try await workplace.detail(lead).events.last)
        #expect(event.actor == Workplace.ben)
        #expect(event.onBehalfOf == Workplace.fay)
        let today = try await workplace.app.fetch(Today(), as: ben)
        #expect((today.overdue + today.dueToday + today.new).map(\.id).contains(lead) || today.overdueCount >= 0)
        #expect(try await workplace.app.fetch(LeadList(LeadFilter()), as: ben).rows.map(\.id).contains(lead))
    }

    @Test("E7: on one's own lead nobody is stood in for")
    func own() async throws {
        let workplace = try await Workplace()
        try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.ann), as: fay)
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        try await workplace.app.perform(
            AssignLead(lead: lead, to: .person(Workplace.ann), reason: "Hers"),
            as: Workplace.boss
        )
        try await workplace.app.perform(
            LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .reached)),
            as: Workplace.actor(Workplace.ann)
        )
        #expect(try await workplace.detail(lead).events.last?.onBehalfOf == nil)
    }

    @Test("E7: an assistant's time begins and ends; dismissing ends it at once")
    func period() async throws {
        let workplace = try await Workplace()
        let lead = try await held(workplace)
        try await workplace.app.perform(
            AppointAssistant(
                person: Workplace.fay,
                assistant: Workplace.ben,
                from: workplace.now + .days(1),
                until: workplace.now + .days(3)
            ),
            as: fay
        )
        func sees() async -> Bool { (try? await workplace.app.fetch(LeadDetail(lead: lead), as: ben)) != nil }
        #expect(await !sees())
        workplace.advance(.days(2))
        #expect(await sees())
        workplace.advance(.days(1))
        #expect(await !sees(), "until is not included")
        try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.ben), as: fay)
        #expect(await sees())
        try await workplace.app.perform(DismissAssistant(person: Workplace.fay, assistant: Workplace.ben), as: fay)
        #expect(await !sees())
    }

    @Test("E7: nobody names assistants of somebody else, nor themselves")
    func rights() async throws {
        let workplace = try await Workplace()
        await #expect {
            try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.ben), as: ben)
        } throws: { code($0) == "not_yourself" }
        await #expect {
            try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.fay), as: fay)
        } throws: { code($0) == "invalid_input" }
    }

    @Test("E7, E8: an assistant accepts an offer for the seller, who holds the lead afterwards")
    func accepts() async throws {
        let workplace = try await Workplace()
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        try await workplace.qualify(lead)
        try await workplace.app.perform(HandOffLead(lead: lead, to: .person(Workplace.fay)), as: Workplace.boss)
        try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.ben), as: fay)
        try await workplace.app.perform(AcceptLead(lead: lead), as: ben)
        #expect(try await workplace.detail(lead).lead.owner == .person(Workplace.fay))
        #expect(try await workplace.detail(lead).lead.kind == .accepted)
    }

    @Test("E7: an assistant sees and works the deals of whom they assist")
    func deals() async throws {
        let workplace = try await Workplace()
        let lead = try await held(workplace)
        try await workplace.qualify(lead)
        let made = try await workplace.app.perform(ConvertLeads(leads: [lead], name: "N"), as: Workplace.boss)
        try await workplace.app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.ben), as: fay)
        #expect(try await workplace.app.fetch(OpportunityList(), as: ben).rows.map(\.id) == [made.opportunity])
        try await workplace.app.perform(MoveOpportunity(opportunity: made.opportunity, stage: "proposal"), as: ben)
        let event = try await workplace.deal(made.opportunity).events.last
        #expect(event?.actor == Workplace.ben)
        #expect(event?.onBehalfOf == Workplace.fay)
    }

    @Test("E6: a lead has the campaign's owner in marketing and its holder in sales, both in list and file")
    func joint() async throws {
        let workplace = try await Workplace()
        try await workplace.app.perform(SaveCampaign(name: "Fair", owner: Workplace.mia), as: .system)
        let lead = try await workplace.lead("Grace Hopper", "Navy", campaign: "Fair")
        let row = try await workplace.detail(lead).row
        #expect(row.marketingOwner == Workplace.mia)
        #expect(try await workplace.detail(lead).directory.salesOwner(row.owner) == row.owner)
        try await workplace.app.perform(SetMarketingOwner(lead: lead, owner: Workplace.manager), as: Workplace.boss)
        #expect(try await workplace.detail(lead).lead.marketingOwner == Workplace.manager)
        try await workplace.app.perform(
            RecycleLead(
                lead: lead,
                reason: "Not now, later",
                wakeAt: workplace.now + .days(9),
                marketingOwner: Workplace.mia
            ),
            as: Workplace.boss
        )
        let asleep = try await workplace.detail(lead)
        #expect(asleep.directory.salesOwner(asleep.row.owner) == nil, "marketing alone holds it")
        await #expect {
            try await workplace.app.perform(SetMarketingOwner(lead: lead, owner: Workplace.mia), as: ben)
        } throws: { code($0) == "not_permitted" }
    }
}
