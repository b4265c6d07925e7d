import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("The timeline in a salesperson's words")
struct TimelineTests {
    private func told(_ lead: Lead.ID, _ site: TestSite) async throws -> [TimelineEntry] {
        let answer = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
        return Timeline(answer, Wording(answer)).entries()
    }

    @Test("A call that moved the lead, restarted its clock and set a step is one entry, with its note")
    func attempt() async throws {
        try await TestSite.run { site in
            let ada = Actor(user: site.administrator, role: .administrator)
            let lead = try await site.lead(message: "Please call.")
            site.clock.advance(.minutes(30))
            let due = site.clock.now + .hours(20)
            try await site.app.perform(
                LogAttempt(
                    lead: lead,
                    attempt: Attempt(channel: .phone, outcome: .noAnswer, seconds: 90),
                    note: "Rang for ages.",
                    next: NextStep(what: "Call again", dueAt: due)
                ),
                as: ada
            )
            let entries = try await told(lead, site)
            #expect(
                entries.map(\.title)
                    == ["Call: no answer · 1 min", "Assigned to Ada Admin", "New lead from Web form"]
            )
            #expect(entries[0].text == "Rang for ages.")
            #expect(entries[0].why == "Now Attempted contact · Next: Call again, Tue 18 Nov, 06:30")
            #expect(entries[0].who == "Ada Admin")
            #expect(entries[1].why == "It was their turn")
            #expect(entries[1].who == "Baton")
            #expect(entries[2].text == "Please call.")
        }
    }

    @Test("Handing off, declining and recycling each read as one thing, with the reason")
    func handingOn() async throws {
        try await TestSite.run { site in
            let ada = Actor(user: site.administrator, role: .administrator)
            let fay = try await site.person(.fieldSales, "Fay Field").user
            _ = try await site.person(.marketing, "Mia Market")
            let lead = try await site.lead()
            func perform(_ command: some Command) async throws {
                site.clock.advance(.minutes(5))
                try await site.app.perform(command, as: ada)
            }
            let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .high]
            try await perform(QualifyLead(lead: lead, levels: levels, conclude: true))
            try await perform(HandOffLead(lead: lead, to: .person(fay), note: "Wants an offer."))
            try await perform(DeclineLead(lead: lead, reason: "Too small"))
            let wakeAt = site.clock.now + .days(90)
            try await perform(RecycleLead(lead: lead, reason: "Not now, later", wakeAt: wakeAt))

            let entries = try await told(lead, site)
            #expect(
                entries.prefix(4).map(\.title) == [
                    "Back to marketing, to Mia Market, until Sun 15 Feb 2026", "Declined, back to Ada Admin",
                    "Handed off to Fay Field", "Qualification recorded",
                ]
            )
            #expect(entries[0].why == "Not now, later")
            #expect(entries[1].why == "Too small")
            #expect(entries[2].text == "Wants an offer.")
            #expect(entries[3].why == "Need high · Urgency medium · Fit high · Grade Hot · Now Qualified (buying)")
        }
    }

    @Test("A clock that ran out and a second inquiry are told; the clocks' own starts and stops are not")
    func clocks() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead()
            site.clock.advance(.days(1))
            try await site.app.perform(BreachDueClocks(), as: .system)
            site.clock.advance(.minutes(1))
            #expect(try await site.lead(message: "Still waiting.") == lead)

            let entries = try await told(lead, site)
            #expect(
                entries.map(\.title) == [
                    "Grace Hopper asked again", "First response escalated, level 1", "First response is late",
                    "First response is due soon", "Assigned to Ada Admin", "New lead from Web form",
                ]
            )
            #expect(entries[0].text == "Still waiting.")
        }
    }
}

extension TestSite {
    /// An inquiry of the same person about the same thing: a new lead, or the one that it joined.
    func lead(message: String? = nil) async throws -> Lead.ID {
        var inquiry = Inquiry()
        inquiry.name = "Grace Hopper"
        inquiry.email = "grace@navy.example"
        inquiry.company = "Navy Ltd"
        inquiry.source = "Web form"
        inquiry.message = message
        let command = CaptureLead(raw: [], contentType: "text/plain", channel: .form, inquiry: inquiry)
        return try #require(try await app.perform(command, as: .system).lead)
    }
}
