import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Leads shared by a link")
struct ShareTests {
    private struct Shared {
        var bench: MailBench
        var lead: Lead.ID
        var token: String
        var partner: Actor
    }

    private func share(days: Int = 14) async throws -> Shared {
        let bench = try await MailBench()
        let manager = Workplace.actor(Workplace.manager)
        let lead = try await bench.workplace.lead { $0.message = "Please send a quote" }
        let levels: [String: Level] = ["need": .high, "urgency": .high, "fit": .high]
        try await bench.app.perform(QualifyLead(lead: lead, levels: levels, conclude: true), as: manager)
        let outcome = try await bench.app.perform(
            ShareLead(lead: lead, partner: "Pat Partner", email: "pat@partner.example", days: days),
            as: manager
        )
        let opened = try await bench.app.fetch(OpenShare(token: outcome.token), as: .system)
        return Shared(
            bench: bench,
            lead: lead,
            token: outcome.token,
            partner: Actor(user: opened.share.partner, role: .partner)
        )
    }

    @Test("X18, E2: a shared lead is the partner's with all clocks, and the mail brings link, calendar entry and card")
    func shared() async throws {
        let it = try await share()
        let detail = try await it.bench.workplace.detail(it.lead)
        #expect(detail.lead.owner == .person(try #require(it.partner.user)))
        #expect(detail.lead.clocks.map(\.kind) == [.accept])
        #expect(detail.lead.custodyGaps == [])
        try await it.bench.round()
        let mail = try #require(it.bench.mailer.sent.first { $0.to.mailbox == "pat@partner.example" })
        #expect(mail.text.contains("https://leads.test/p/\(it.token)"))
        #expect(mail.attachments.map(\.name) == ["customer.vcf", "next-step.ics"])
        let card = String(decoding: try #require(mail.attachments.first).bytes, as: UTF8.self)
        #expect(card.contains("FN:Grace Hopper\r\n") && card.contains("EMAIL:grace@navy.example\r\n"))
        let opened = try await it.bench.app.fetch(OpenShare(token: it.token), as: .system)
        #expect(opened.title == "Grace Hopper, Navy Ltd")
        #expect(opened.messages == ["Please send a quote"])
    }

    @Test(
        "X18, E8: accepted, contacted and won through the link are the acts of the partner, and the end customer is kept"
    )
    func won() async throws {
        let it = try await share()
        let app = it.bench.app
        for answer in [AnswerShare.Answer.accept, .contacted(reached: true)] {
            try await app.perform(AnswerShare(token: it.token, answer), as: it.partner)
            it.bench.workplace.advance(.minutes(1))
        }
        let won = AnswerShare(
            token: it.token,
            .won(Money(minor: 500_000, currency: "EUR")),
            customer: EndCustomer(company: "End Works", city: "Ulm")
        )
        #expect(try await app.perform(won, as: it.partner).outcome == .won)
        let detail = try await it.bench.workplace.detail(it.lead)
        #expect(detail.lead.kind == .converted)
        let kinds = detail.events.filter { $0.actor == it.partner.user }.map(\.event.kind)
        #expect(kinds.contains(.accepted) && kinds.contains(.attempted) && kinds.contains(.converted))
        #expect(detail.activities.contains { $0.note == "End customer: End Works, Ulm" })
        #expect(detail.shares.first?.share.customer?.company == "End Works")
        let deal = try #require(detail.lead.opportunity)
        let opportunity = try await app.fetch(OpportunityDetail(opportunity: deal), as: .system)
        #expect(opportunity.opportunity.kind == .won)
        #expect(opportunity.opportunity.amount == Money(minor: 500_000, currency: "EUR"))
        #expect(try await it.bench.workplace.check().findings.allSatisfy(\.holds))
        await refused(it, "share_over")
    }

    @Test("X18, E10: declined with a reason, it goes back to the giver, and the link is used")
    func declined() async throws {
        let it = try await share()
        let before = try await it.bench.workplace.detail(it.lead).lead.offer?.giver
        try await it.bench.app.perform(AnswerShare(token: it.token, .decline(reason: "No capacity")), as: it.partner)
        let detail = try await it.bench.workplace.detail(it.lead)
        #expect(detail.lead.owner == before)
        #expect(detail.lead.reason == "No capacity")
        #expect(detail.lead.custodyGaps == [])
        await refused(it, "share_over")
    }

    @Test("X18: a loss is reported with its reason")
    func lost() async throws {
        let it = try await share()
        try await it.bench.app.perform(AnswerShare(token: it.token, .lost(reason: "Price")), as: it.partner)
        let detail = try await it.bench.workplace.detail(it.lead)
        #expect(detail.lead.kind == .lost)
        #expect(detail.lead.reason == "Price")
    }

    @Test("X18: forged links are none: other ids, other signatures, other lengths")
    func forged() async throws {
        let it = try await share()
        let second = try await share()
        var changed = Array(it.token)
        changed[40] = changed[40] == "A" ? "B" : "A"
        let tokens = [
            String(changed), "", "x", it.token + "A", String(it.token.dropLast()), String(it.token.reversed()),
            second.token, String(it.token.prefix(22)) + String(second.token.dropFirst(22)),
        ]
        for token in tokens {
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await it.bench.app.fetch(OpenShare(token: token), as: .system)
            }
            #expect(refusal?.kind == .notFound, "\(token)")
            await #expect(throws: Refusal.self) {
                try await it.bench.app.perform(AnswerShare(token: token, .accept), as: it.partner)
            }
        }
    }

    @Test("X18: expired, and taken back, a link does nothing")
    func over() async throws {
        let expired = try await share(days: 1)
        expired.bench.workplace.advance(.days(1))
        await refused(expired, "share_over")
        let revoked = try await share()
        let entry = try #require(try await revoked.bench.workplace.detail(revoked.lead).shares.first)
        let manager = Workplace.actor(Workplace.manager)
        try await revoked.bench.app.perform(RevokeShare(lead: revoked.lead, share: entry.share.id), as: manager)
        await refused(revoked, "share_over")
    }

    @Test("X18, E2: silence passes the lead on, and the link is for nothing then")
    func silence() async throws {
        let it = try await share(days: 90)
        for _ in 1...40 {
            it.bench.workplace.advance(.hours(12))
            try await it.bench.app.perform(BreachDueClocks(), as: .system)
        }
        let detail = try await it.bench.workplace.detail(it.lead)
        #expect(detail.lead.owner.person != it.partner.user)
        #expect(detail.lead.custodyGaps == [])
        await refused(it, "share_over")
    }

    @Test("X18: nobody else acts through a link, partners share nothing on, and colleagues need none")
    func rights() async throws {
        let it = try await share()
        await #expect(throws: Refusal.self) {
            try await it.bench.app.perform(AnswerShare(token: it.token, .accept), as: Workplace.actor(Workplace.ann))
        }
        let on = ShareLead(lead: it.lead, partner: "Other", email: "other@partner.example")
        await #expect(throws: Refusal.self) { try await it.bench.app.perform(on, as: it.partner) }
        let colleague = ShareLead(lead: it.lead, partner: "Ann", email: "ann@baton.example")
        await #expect(throws: Refusal.self) {
            try await it.bench.app.perform(colleague, as: Workplace.actor(Workplace.manager))
        }
        let tooLong = ShareLead(lead: it.lead, partner: "Pat", email: "pat@partner.example", days: 400)
        await #expect(throws: Refusal.self) {
            try await it.bench.app.perform(tooLong, as: Workplace.actor(Workplace.manager))
        }
    }

    private func refused(_ it: Shared, _ code: String) async {
        let opened = await #expect(throws: Refusal.self) {
            _ = try await it.bench.app.fetch(OpenShare(token: it.token), as: .system)
        }
        #expect(opened?.code == code)
        let answered = await #expect(throws: Refusal.self) {
            try await it.bench.app.perform(AnswerShare(token: it.token, .accept), as: it.partner)
        }
        #expect(answered?.code == code)
    }
}
