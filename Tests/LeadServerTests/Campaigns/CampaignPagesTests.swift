import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Campaign pages")
struct CampaignPagesTests {
    @Test("I3: a campaign is named, dated and priced, and shows what it brought")
    func life() async throws {
        try await TestSite.run { site in
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.get("/campaigns").text.contains("No campaign yet"))
            let fields = [
                ("name", "Trade fair 2025"), ("cost", "1,200"), ("currency", "eur"), ("startsAt", "2025-11-01"),
                ("endsAt", "2025-11-30"),
            ]
            #expect(try await ada.post("/campaigns/new", fields).status == 303)
            var inquiry = Inquiry()
            (inquiry.name, inquiry.email) = ("Grace Hopper", "grace@navy.example")
            (inquiry.source, inquiry.campaign) = ("Web form", "Trade fair 2025")
            try await site.app.perform(
                CaptureLead(raw: [], contentType: "application/json", channel: .api, inquiry: inquiry),
                as: .system
            )
            let page = try await ada.get("/campaigns").text
            #expect(page.contains("1 campaign, 1 running"))
            #expect(page.contains("1 Nov – 30 Nov 2025"))
            #expect(page.contains("data-label=\"Responses\">1<"))
            #expect(page.contains("data-label=\"Cost\">€\u{A0}1,200<"))
            #expect(page.contains("data-label=\"Per lead\">€\u{A0}1,200<"))
        }
    }

    @Test("What was typed comes back with what is wrong")
    func refused() async throws {
        try await TestSite.run { site in
            let ada = try await Browser(site, "ada@example.com")
            for (fields, field) in [
                ([("name", "")], "field-name"),
                ([("name", "Fair"), ("cost", "much")], "field-cost"),
                ([("name", "Fair"), ("currency", "Euros")], "field-currency"),
                ([("name", "Fair"), ("startsAt", "2026-02-01"), ("endsAt", "2026-01-01")], "field-endsAt"),
            ] {
                let answer = try await ada.post("/campaigns/new", fields)
                #expect(answer.status == 422)
                #expect(answer.text.contains("href=\"#\(field)\""), "\(field)")
            }
            #expect(try await ada.get("/campaigns/nothing/edit").status == 404)
        }
    }

    @Test("A known campaign comes with its values, and a change keeps its dates")
    func edit() async throws {
        try await TestSite.run { site in
            let zone = try await site.app.fetch(Choices(), as: .system).policy.calendar.zone
            let period = CampaignPeriod(now: site.clock.now, zone: zone)
            let id = try await site.app.perform(
                SaveCampaign(
                    name: "Fair",
                    cost: Money(minor: 5050, currency: "CHF"),
                    startsAt: try period.start("2026-03-01", ""),
                    endsAt: try period.end("2026-03-31", "")
                ),
                as: .system
            ).campaign
            let ada = try await Browser(site, "ada@example.com")
            let page = try await ada.get("/campaigns/\(id)/edit").text
            for value in ["Fair", "50.50", "CHF", "2026-03-01", "2026-03-31"] {
                #expect(page.contains("value=\"\(value)\""), "\(value)")
            }
        }
    }

    @Test("The state follows the days, the last one included")
    func states() throws {
        let utc = ZoneRules.utc
        let start = try #require(LocalDate("2026-03-01").map { utc.startOfDay($0) })
        let end = try #require(LocalDate("2026-04-01").map { utc.startOfDay($0) })
        func state(_ now: Instant) -> String { CampaignPeriod(now: now, zone: utc).state(start, end).code }
        #expect(state(start - .seconds(1)) == "planned")
        #expect(state(start) == "running")
        #expect(state(end - .seconds(1)) == "running")
        #expect(state(end) == "ended")
        let period = CampaignPeriod(now: start, zone: utc)
        #expect(period.words(start, end) == "1 Mar – 31 Mar 2026")
        #expect(period.words(nil, end) == "until 31 Mar 2026")
        #expect(period.words(nil, nil) == nil)
    }
}
