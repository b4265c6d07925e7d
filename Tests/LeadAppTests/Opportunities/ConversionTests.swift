import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Conversion and its undo")
struct ConversionTests {
    private func two(_ workplace: Workplace) async throws -> [Lead.ID] {
        try await workplace.classes("Service")
        let leads = [
            try await workplace.lead("Grace Hopper", "Navy"),
            try await workplace.lead("Jean Bartik", "Navy", "Service"),
        ]
        for lead in leads { try await workplace.qualify(lead) }
        return leads
    }

    @Test("B6: n leads become one deal with products, their sum, and everybody in their greatest part")
    func products() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        try await workplace.products(("Scanner", 1_000_00), ("Training", nil))
        var grace = Inquiry()
        grace.name = "Grace Hopper"
        grace.email = "grace.hopper@navy.example"
        try await workplace.app.perform(
            LinkContact(lead: leads[1], person: grace, role: .decisionMaker),
            as: Workplace.boss
        )
        let made = try await workplace.app.perform(
            ConvertLeads(
                leads: leads,
                name: "Navy",
                lines: [
                    .init(product: "scanner", quantity: 12),
                    .init(product: "Training", amount: Money(minor: 500_00, currency: "EUR")),
                ]
            ),
            as: Workplace.boss
        )
        let deal = try await workplace.deal(made.opportunity)
        #expect(deal.opportunity.amount == Money(minor: 12_500_00, currency: "EUR"))
        #expect(deal.lines.map(\.name) == ["Scanner", "Training"])
        #expect(deal.lines.map(\.quantity) == [12, 1])
        let roles = Dictionary(uniqueKeysWithValues: deal.people.map { ($0.contact.name, $0.role) })
        #expect(roles == ["Grace Hopper": .decisionMaker, "Jean Bartik": .responder])
        #expect(try await workplace.check().holds)
    }

    @Test("B6: a wrong line, another account, or one lead that may not go: nothing at all is converted")
    func allOrNothing() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        let raw = try await workplace.lead("Ida Raw", "Other")
        func refused(_ command: ConvertLeads, _ expected: String) async {
            await #expect { try await workplace.app.perform(command, as: Workplace.boss) } throws: {
                code($0) == expected
            }
        }
        await refused(ConvertLeads(leads: leads, name: "A", lines: [.init(product: "Nothing")]), "invalid_input")
        await refused(ConvertLeads(leads: leads + [raw], name: "A"), "different_accounts")
        await refused(ConvertLeads(leads: leads + [raw], name: "A", otherAccounts: true), "move_not_allowed")
        for lead in leads { #expect(try await workplace.detail(lead).lead.kind == .qualified) }
        #expect(try await workplace.app.fetch(OpportunityList(), as: Workplace.boss).rows.isEmpty)
    }

    @Test("X5: 50 parallel identical requests make one deal and all answer it; another request is refused")
    func storm() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        let app = workplace.app
        let made = try await withThrowingTaskGroup(of: Opportunity.ID.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await app.perform(ConvertLeads(leads: leads, name: "Navy"), as: Workplace.boss).opportunity
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(made.count == 1)
        #expect(try await app.fetch(OpportunityList(), as: Workplace.boss).rows.count == 1)
        await #expect { try await app.perform(ConvertLeads(leads: leads, name: "Else"), as: Workplace.boss) } throws: {
            code($0) == "lead_closed"
        }
        await #expect {
            try await app.perform(ConvertLeads(leads: [leads[0]], name: "Navy"), as: Workplace.boss)
        } throws: { code($0) == "lead_closed" }
        #expect(try await workplace.check().holds)
    }

    @Test("X5: undo restores each lead byte for byte, with its stays and clocks, and withdraws the deal")
    func undo() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        try await workplace.app.perform(HandOffLead(lead: leads[0], to: .person(Workplace.fay)), as: Workplace.boss)
        try await workplace.app.perform(AcceptLead(lead: leads[0]), as: Workplace.actor(Workplace.fay))
        workplace.advance(.hours(3))
        var before: [Lead] = []
        var stays: [[Stay]] = []
        for lead in leads {
            before.append(try await workplace.state(lead))
            stays.append(try await workplace.detail(lead).stays)
        }
        let responses = try await workplace.responses()
        let made = try await workplace.app.perform(ConvertLeads(leads: leads, name: "Navy"), as: Workplace.boss)
        workplace.advance(.days(6))
        let outcome = try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        #expect(outcome.kind == .withdrawn)
        for (index, lead) in leads.enumerated() {
            #expect(try await workplace.state(lead) == before[index])
            #expect(try await workplace.detail(lead).stays == stays[index])
        }
        #expect(try await workplace.responses() == responses)
        #expect(try await workplace.app.fetch(OpportunityList(), as: Workplace.boss).rows.isEmpty)
        #expect(try await workplace.check().holds)
        let again = try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        #expect(again == outcome, "done twice is done once")
    }

    @Test("X5: a clock that fell due while the lead was converted breaches once it is open again")
    func overdue() async throws {
        let workplace = try await Workplace()
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        try await workplace.qualify(lead)
        let made = try await workplace.app.perform(ConvertLeads(leads: [lead], name: "Navy"), as: Workplace.boss)
        workplace.advance(.days(10))
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 0)
        try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 1)
        #expect(try await workplace.check().holds)
    }

    @Test("X5: the funnel and the pipeline count an undone conversion as never made")
    func reports() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        workplace.advance(.hours(1))
        func figures() async throws -> [String] {
            var texts: [String] = []
            for name in [ReportName.funnel, .pipeline, .currentStatus, .sales] {
                var question = FetchReport(name)
                question.asOf = workplace.now
                texts.append("\(try await workplace.app.fetch(question, as: .system).report)")
            }
            return texts
        }
        let before = try await figures()
        let made = try await workplace.app.perform(ConvertLeads(leads: leads, name: "Navy"), as: Workplace.boss)
        #expect(try await figures() != before)
        try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        #expect(try await figures() == before)
    }

    @Test("X5: undo is refused when won, too late, or worked on; a manager confirms the last")
    func undoRefused() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        let (app, ann) = (workplace.app, Workplace.actor(Workplace.ann))
        let made = try await app.perform(
            ConvertLeads(leads: leads, name: "N", owner: Workplace.ann),
            as: Workplace.boss
        )
        let id = made.opportunity
        func refused(_ confirmed: Bool, as actor: Actor, _ expected: String) async {
            await #expect {
                try await app.perform(UndoConversion(opportunity: id, confirmed: confirmed), as: actor)
            } throws: { code($0) == expected }
        }
        try await app.perform(MoveOpportunity(opportunity: id, stage: "proposal"), as: Workplace.boss)
        await refused(false, as: Workplace.boss, "opportunity_worked_on")
        await refused(true, as: ann, "opportunity_worked_on")
        try await app.perform(WinOpportunity(opportunity: id), as: Workplace.boss)
        await refused(true, as: Workplace.boss, "opportunity_closed")
        try await app.perform(MoveOpportunity(opportunity: id, stage: "proposal"), as: Workplace.boss)
        #expect(try await workplace.deal(id).undo?.needsConfirmation == true)
        workplace.advance(.days(15))
        await refused(true, as: Workplace.boss, "undo_too_late")
        #expect(try await workplace.deal(id).undo == nil)
        #expect(try await workplace.check().holds)
    }

    @Test("X5: undo is refused while the account has a new open lead for the class, and says which")
    func occupied() async throws {
        let workplace = try await Workplace()
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        try await workplace.qualify(lead)
        let made = try await workplace.app.perform(ConvertLeads(leads: [lead], name: "N"), as: Workplace.boss)
        let next = try await workplace.lead("Grace Hopper", "Navy")
        #expect(next != lead)
        await #expect {
            try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        } throws: { error in
            code(error) == "open_lead_exists" && (error as? Refusal)?.issues.first?.message == next.description
        }
        #expect(try await workplace.deal(made.opportunity).opportunity.kind == .open)
    }

    @Test("B6: a late lead joins an open deal with its people, once, and goes back with the others")
    func late() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        let made = try await workplace.app.perform(ConvertLeads(leads: [leads[0]], name: "N"), as: Workplace.boss)
        let before = try await workplace.state(leads[1])
        let add = AddLeadToOpportunity(opportunity: made.opportunity, lead: leads[1])
        try await workplace.app.perform(add, as: Workplace.boss)
        try await workplace.app.perform(add, as: Workplace.boss)
        let deal = try await workplace.deal(made.opportunity)
        #expect(Set(deal.leads.map(\.id)) == Set(leads))
        #expect(deal.people.count == 2)
        #expect(deal.events.filter { $0.event.kind == .leadAdded }.count == 1)
        let raw = try await workplace.lead("Ida Raw", "Other")
        await #expect {
            try await workplace.app.perform(
                AddLeadToOpportunity(opportunity: made.opportunity, lead: raw),
                as: Workplace.boss
            )
        } throws: { code($0) == "different_accounts" }
        try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        #expect(try await workplace.state(leads[1]) == before)
        #expect(try await workplace.check().holds)
    }

    @Test("A withdrawn deal is not taken up again; its leads are converted anew")
    func withdrawn() async throws {
        let workplace = try await Workplace()
        let leads = try await two(workplace)
        let convert = ConvertLeads(leads: leads, name: "Navy")
        let made = try await workplace.app.perform(convert, as: Workplace.boss)
        try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        await #expect {
            try await workplace.app.perform(
                MoveOpportunity(opportunity: made.opportunity, stage: "proposal"),
                as: Workplace.boss
            )
        } throws: { code($0) == "opportunity_withdrawn" }
        let second = try await workplace.app.perform(convert, as: Workplace.boss)
        #expect(second.opportunity != made.opportunity)
        #expect(try await workplace.check().holds)
    }
}
