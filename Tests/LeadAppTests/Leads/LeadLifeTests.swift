import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("A lead's life")
struct LeadLifeTests {
    let ann = Workplace.actor(Workplace.ann)
    let fay = Workplace.actor(Workplace.fay)

    private func qualified(_ workplace: Workplace) async throws -> Lead.ID {
        let id = try await workplace.lead()
        try await workplace.app.perform(
            LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: .reached), note: "Interested"),
            as: ann
        )
        try await workplace.app.perform(
            QualifyLead(
                lead: id,
                levels: ["need": .high, "urgency": .medium, "fit": .medium],
                evidence: ["need": "Line stands still weekly"],
                conclude: true
            ),
            as: ann
        )
        return id
    }

    @Test("C6, F6: an attempt moves the lead along, meets the first-response clock and sets the next step")
    func attempt() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        workplace.advance(.hours(1))
        let next = NextStep(what: "Call again", dueAt: workplace.now + .days(1))
        try await workplace.app.perform(
            LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: .noAnswer), next: next),
            as: ann
        )
        let detail = try await workplace.detail(id)
        #expect(detail.lead.status == "attempted")
        #expect(detail.lead.nextStep == next)
        #expect(detail.lead.clocks.map(\.kind) == [.followUp])
        let stopped = detail.events.compactMap { event in
            if case .clockStopped(let stopped) = event.event { stopped } else { nil }
        }
        #expect(stopped.map(\.kind) == [.firstResponse])
        #expect(stopped.map(\.met) == [true])
        #expect(try await workplace.check().holds)
    }

    @Test("C9: a lead under the gate cannot be handed off; the refusal names what is missing")
    func gate() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        try await workplace.app.perform(
            QualifyLead(lead: id, levels: ["need": .high]),
            as: ann
        )
        await #expect {
            try await workplace.app.perform(
                QualifyLead(lead: id, levels: ["urgency": .low], conclude: true),
                as: ann
            )
        } throws: { error in
            let refusal = error as? Refusal
            return refusal?.code == "gate_not_passed" && refusal?.issues.map(\.pointer) == ["/qualification/fit"]
        }
        #expect(try await workplace.detail(id).lead.qualification.level(.urgency) == nil)
    }

    @Test("E8, E10: a declined lead goes back to its giver with custody intact; an accepted one is the seller's")
    func handOff() async throws {
        let workplace = try await Workplace()
        let id = try await qualified(workplace)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann)
        #expect(try await workplace.detail(id).lead.clocks.map(\.kind) == [.accept])
        await #expect { try await workplace.app.perform(AcceptLead(lead: id), as: ann) } throws: {
            ($0 as? Refusal)?.code == "not_offered_to_you"
        }
        await #expect { try await workplace.app.perform(DeclineLead(lead: id, reason: " "), as: fay) } throws: {
            ($0 as? Refusal)?.code == "reason_missing"
        }
        try await workplace.app.perform(DeclineLead(lead: id, reason: "Not my territory"), as: fay)
        let declined = try await workplace.detail(id).lead
        #expect(declined.owner == .person(Workplace.ann))
        #expect(declined.kind == .qualified)
        #expect(declined.custodyGaps.isEmpty)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann)
        try await workplace.app.perform(AcceptLead(lead: id), as: fay)
        #expect(try await workplace.detail(id).lead.kind == .accepted)
        #expect(try await workplace.check().holds)
    }

    @Test("B6, H2: several leads become one opportunity with all their people, which is then won")
    func convert() async throws {
        let workplace = try await Workplace()
        let first = try await qualified(workplace)
        try await workplace.app.database.write(as: .system) { tx in
            try tx.insertProductClass(tx.newID(), name: "Service", defaultValue: nil)
        }
        let second = try await workplace.lead {
            $0.productClass = "Service"
            $0.name = "Jean Bartik"
            $0.email = "jean@navy.example"
        }
        let manager = Workplace.actor(Workplace.manager)
        for id in [second] {
            try await workplace.app.perform(
                QualifyLead(lead: id, levels: ["need": .high, "urgency": .medium, "fit": .medium], conclude: true),
                as: manager
            )
        }
        let made = try await workplace.app.perform(
            ConvertLeads(
                leads: [first, second],
                name: "Navy scanners",
                amount: Money(minor: 120_000_00, currency: "EUR")
            ),
            as: manager
        )
        let deal = try await workplace.app.fetch(OpportunityDetail(opportunity: made.opportunity), as: manager)
        #expect(deal.people.map(\.contact.name).sorted() == ["Grace Hopper", "Jean Bartik"])
        #expect(deal.leads.count == 2)
        #expect(try await workplace.detail(first).lead.kind == .converted)
        try await workplace.app.perform(WinOpportunity(opportunity: made.opportunity), as: manager)
        let won = try await workplace.app.fetch(OpportunityDetail(opportunity: made.opportunity), as: manager)
        #expect(won.opportunity.kind == .won)
        #expect(try await workplace.check().holds)
    }

    @Test("G3, X12: a recycled lead has a keeper, a clock and a wake date, and wakes then")
    func recycle() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let wakeAt = workplace.now + .days(30)
        try await workplace.app.perform(RecycleLead(lead: id, reason: "Not now, later", wakeAt: wakeAt), as: ann)
        let asleep = try await workplace.detail(id).lead
        #expect(asleep.owner == .person(Workplace.mia))
        #expect(asleep.clocks.map(\.dueAt) == [wakeAt])
        workplace.advance(.days(29))
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 0)
        workplace.advance(.days(2))
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 1)
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 0)
        #expect(try await workplace.detail(id).lead.kind == .new)
        #expect(try await workplace.check().holds)
    }

    @Test("Invariant 7: a clock that is not met breaches once")
    func breach() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        workplace.advance(.hours(5))
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 1)
        #expect(try await workplace.app.perform(BreachDueClocks(), as: .system) == 0)
        #expect(try await workplace.detail(id).lead.clocks.first?.breachedAt != nil)
        #expect(try await workplace.check().holds)
    }

    @Test("A seller sees only what they hold, gave or may take")
    func visibility() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        await #expect { try await workplace.app.fetch(LeadDetail(lead: id), as: fay) } throws: {
            ($0 as? Refusal)?.kind == .notFound
        }
        #expect(try await workplace.app.fetch(LeadList(LeadFilter()), as: fay).rows.isEmpty)
        #expect(try await workplace.app.fetch(LeadList(LeadFilter()), as: ann).rows.count == 1)
    }

    @Test("Search finds a lead by part of a name, company or address; Today and the board show it")
    func pages() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        for text in ["ace hop", "NAVY", "grace@na"] {
            var filter = LeadFilter()
            filter.text = text
            #expect(try await workplace.app.fetch(LeadList(filter), as: ann).rows.map(\.id) == [id])
        }
        let today = try await workplace.app.fetch(Today(), as: ann)
        #expect((today.dueToday + today.new).map(\.id) == [id])
        let board = try await workplace.app.fetch(Board(), as: ann)
        #expect(board.columns.first?.count == 1)
        #expect(board.columns.first?.rows.map(\.id) == [id])
    }
}
