import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Leads of an account")
struct AccountLeadTests {
    private let manager = Workplace.actor(Workplace.manager)

    private func qualified(_ workplace: Workplace) async throws -> Lead.ID {
        let id = try await workplace.lead()
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: manager)
        return id
    }

    @Test("A6, G5: an account that has bought makes a new lead, with its old one and the sale still there")
    func customer() async throws {
        let workplace = try await Workplace()
        let first = try await qualified(workplace)
        let made = try await workplace.app.perform(ConvertLeads(leads: [first], name: "Scanners"), as: manager)
        try await workplace.app.perform(WinOpportunity(opportunity: made.opportunity), as: manager)
        workplace.advance(.days(40))
        let again = try await workplace.capture()
        let second = try #require(again.lead)
        #expect(again.outcome == .newLead)
        #expect(second != first)
        let (old, new) = (try await workplace.detail(first), try await workplace.detail(second))
        #expect(old.lead.account == new.lead.account)
        #expect(old.lead.kind == .converted)
        #expect(new.lead.kind == .new)
        #expect(try await workplace.check().holds)
    }

    @Test("B8: an account has one open lead for each product class")
    func classes() async throws {
        let workplace = try await Workplace()
        try await workplace.app.database.write(as: .system) { tx in
            try tx.insertProductClass(tx.newID(), name: "Service", defaultValue: nil)
        }
        let general = try await workplace.lead()
        let service = try await workplace.lead { $0.productClass = "Service" }
        #expect(general != service)
        #expect(try await workplace.lead { $0.productClass = "service" } == service)
        let (one, other) = (try await workplace.detail(general).lead, try await workplace.detail(service).lead)
        #expect(one.account == other.account)
        #expect(one.productClass != other.productClass)
        await #expect {
            try await workplace.capture { $0.productClass = "Nothing that we sell" }.refusal.map { throw $0 }
        } throws: { error in
            (error as? Refusal)?.issues.map(\.pointer) == ["/productClass"]
        }
    }

    @Test("B3, B7: the people of a lead have roles, and the deal that it becomes keeps the whole group")
    func group() async throws {
        let workplace = try await Workplace()
        let id = try await qualified(workplace)
        let others: [(String, ContactRole)] = [
            ("Howard Aiken", .decisionMaker), ("Betty Holberton", .influencer), ("Kay McNulty", .champion),
        ]
        for (name, role) in others {
            var person = Inquiry()
            person.name = name
            person.email = "\(name.split(separator: " ")[0].lowercased())@navy.example"
            try await workplace.app.perform(LinkContact(lead: id, person: person, role: role), as: manager)
        }
        let expected =
            ["Betty Holberton influencer", "Grace Hopper responder"]
            + ["Howard Aiken decision_maker", "Kay McNulty champion"]
        func said(_ people: [LeadPerson]) -> [String] {
            people.map { "\($0.contact.name) \($0.role.rawValue)" }.sorted()
        }
        #expect(said(try await workplace.detail(id).people) == expected)
        let made = try await workplace.app.perform(ConvertLeads(leads: [id], name: "Scanners"), as: manager)
        let deal = try await workplace.app.fetch(OpportunityDetail(opportunity: made.opportunity), as: manager)
        #expect(said(deal.people) == expected)
    }

    @Test("C10: no lead that is not qualified becomes an opportunity, wherever it stands")
    func unqualified() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        func convert() async -> String? {
            do {
                try await workplace.app.perform(ConvertLeads(leads: [id], name: "Too early"), as: manager)
                return nil
            } catch {
                return (error as? Refusal)?.code
            }
        }
        #expect(await convert() == "move_not_allowed")
        for outcome in [AttemptOutcome.noAnswer, .reached] {
            let attempt = LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: outcome))
            try await workplace.app.perform(attempt, as: manager)
            #expect(await convert() == "move_not_allowed")
        }
        let wakeAt = workplace.now + .days(30)
        try await workplace.app.perform(RecycleLead(lead: id, reason: "Not now, later", wakeAt: wakeAt), as: manager)
        #expect(await convert() == "move_not_allowed")
        try await workplace.app.perform(RejectLead(lead: id, reason: "No need"), as: manager)
        #expect(await convert() == "lead_closed")
        #expect(try await workplace.app.fetch(OpportunityList(), as: manager).rows.isEmpty)
    }

    @Test("H6, G6: a lead is followed to the account that was won; however leads end, their end is known")
    func ends() async throws {
        let workplace = try await Workplace()
        let won = try await qualified(workplace)
        let made = try await workplace.app.perform(ConvertLeads(leads: [won], name: "Scanners"), as: manager)
        try await workplace.app.perform(WinOpportunity(opportunity: made.opportunity), as: manager)
        let rejected = try await workplace.lead()
        try await workplace.app.perform(RejectLead(lead: rejected, reason: "No budget"), as: manager)
        let asleep = try await workplace.lead()
        let wakeAt = workplace.now + .days(9)
        try await workplace.app.perform(
            RecycleLead(lead: asleep, reason: "Not now, later", wakeAt: wakeAt),
            as: manager
        )

        let converted = try await workplace.detail(won).lead
        let deal = try await workplace.app.fetch(OpportunityDetail(opportunity: made.opportunity), as: manager)
        #expect(converted.opportunity == made.opportunity)
        #expect(deal.opportunity.account == converted.account)
        #expect(deal.opportunity.kind == .won)
        let closed = try await workplace.detail(rejected).lead
        #expect((closed.kind, closed.reason) == (.rejected, "No budget"))
        let dormant = try await workplace.detail(asleep).lead
        #expect((dormant.kind, dormant.reason, dormant.nextStep?.dueAt) == (.nurture, "Not now, later", wakeAt))
    }
}
