import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("From marketing to the seller")
struct HandoverTests {
    private let ann = Workplace.actor(Workplace.ann)
    private let fay = Workplace.actor(Workplace.fay)
    private let mia = Workplace.actor(Workplace.mia)
    private let manager = Workplace.actor(Workplace.manager)

    private func qualify(_ id: Lead.ID, _ workplace: Workplace) async throws {
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: ann)
    }

    @Test("E7: marketing, inside sales and field sales take one lead through one process, and it shows who did what")
    func threeOrganisations() async throws {
        let workplace = try await Workplace()
        var inquiry = Inquiry()
        inquiry.name = "Grace Hopper"
        inquiry.email = "grace@navy.example"
        inquiry.source = "Trade show"
        let capture = CaptureLead(raw: [], contentType: "text/plain", channel: .page, inquiry: inquiry)
        let id = try #require(try await workplace.app.perform(capture, as: mia).lead)
        try await qualify(id, workplace)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann)
        try await workplace.app.perform(AcceptLead(lead: id), as: fay)
        try await workplace.app.perform(ConvertLeads(leads: [id], name: "Navy"), as: fay)
        let events = try await workplace.detail(id).events
        func actor(_ kind: LeadEvent.Kind) -> User.ID? { events.first { $0.event.kind == kind }?.actor }
        #expect(actor(.captured) == Workplace.mia)
        #expect(actor(.qualified) == Workplace.ann)
        #expect(actor(.handedOff) == Workplace.ann)
        #expect(actor(.accepted) == Workplace.fay)
        #expect(actor(.converted) == Workplace.fay)
    }

    @Test("D3: from the handoff on a clock runs with the seller, and a silent seller is found out by it")
    func silentSeller() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        try await qualify(id, workplace)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann)
        let offered = try await workplace.detail(id).lead
        #expect(offered.owner == .person(Workplace.fay))
        #expect(offered.clocks.map(\.kind) == [.accept])
        // Eight working hours of nine to five: 10:00 to 10:00 the next day.
        #expect(offered.clocks.map(\.dueAt) == [workplace.now + .days(1)])
        #expect(offered.nextStep?.dueAt == workplace.now + .days(1))
        workplace.advance(.days(2))
        try await workplace.app.perform(BreachDueClocks(), as: .system)
        let breached = try await workplace.detail(id).events.contains { event in
            if case .clockBreached(let clock) = event.event { clock.kind == .accept } else { false }
        }
        #expect(breached)
    }

    @Test("E5: a lead in wrong hands is given on with a reason, and neither its next step nor its clock is lost")
    func redirected() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let before = try await workplace.detail(id).lead
        await #expect {
            try await workplace.app.perform(AssignLead(lead: id, to: .person(Workplace.ben), reason: "Mine"), as: ann)
        } throws: { error in
            (error as? Refusal)?.code == "not_permitted"
        }
        let command = AssignLead(lead: id, to: .person(Workplace.ben), reason: "Knows the company")
        try await workplace.app.perform(command, as: manager)
        let detail = try await workplace.detail(id)
        #expect(detail.lead.owner == .person(Workplace.ben))
        #expect(detail.lead.nextStep == before.nextStep)
        #expect(detail.lead.clocks == before.clocks)
        #expect(detail.activities.contains { $0.note == "Knows the company" && $0.by == Workplace.manager })
        #expect(detail.stays.filter { $0.dimension == .owner }.count == 2)
    }

    @Test("E6: who looked after a recycled lead stays its marketing owner when sales works on it again")
    func jointly() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let wakeAt = workplace.now + .days(9)
        try await workplace.app.perform(RecycleLead(lead: id, reason: "Not now, later", wakeAt: wakeAt), as: ann)
        try await workplace.app.perform(WakeLead(lead: id), as: mia)
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: mia)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: mia)
        try await workplace.app.perform(AcceptLead(lead: id), as: fay)
        let lead = try await workplace.detail(id).lead
        #expect(lead.owner == .person(Workplace.fay))
        #expect(lead.marketingOwner == Workplace.mia)
    }

    @Test("G1, G2: a rejection needs a reason, which stays; a rejected lead leaves the count of early stages")
    func rejected() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        _ = try await workplace.lead {
            $0.email = "jean@army.example"
            $0.company = "Army"
        }
        func early() async throws -> Int? {
            try await workplace.app.fetch(Board(), as: manager).columns.first { $0.step.kind == .new }?.count
        }
        #expect(try await early() == 2)
        await #expect {
            try await workplace.app.perform(RejectLead(lead: id, reason: " "), as: ann)
        } throws: { error in
            (error as? Refusal)?.issues.map(\.pointer) == ["/reason"]
        }
        #expect(try await early() == 2)
        try await workplace.app.perform(RejectLead(lead: id, reason: "Competitor or student"), as: manager)
        #expect(try await early() == 1)
        #expect(try await workplace.detail(id).lead.reason == "Competitor or student")
    }

    @Test("C9: a lead that met an older gate passes the one in force or none, and the offer says which")
    func newerGate() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        try await qualify(id, workplace)
        var body = PolicyBody.standard
        body.gate = Gate(version: 2, minimum: Qualification(levels: [.need: .medium, .money: .medium]))
        try await workplace.app.perform(SetPolicy(body: body), as: .system)
        await #expect {
            try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann)
        } throws: { error in
            (error as? Refusal)?.issues.map(\.pointer) == ["/qualification/money"]
        }
        try await workplace.app.perform(QualifyLead(lead: id, levels: ["money": .high]), as: ann)
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann)
        #expect(try await workplace.detail(id).lead.offer?.gateVersion == 2)
    }
}
