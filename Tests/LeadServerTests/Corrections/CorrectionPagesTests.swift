import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Correcting a timeline over pages and API")
struct CorrectionPagesTests {
    private func called(_ site: TestSite) async throws -> Lead.ID {
        let lead = try await site.lead()
        site.clock.advance(.hours(2))
        try await site.app.perform(
            LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: Actor(user: site.administrator, role: .administrator)
        )
        site.clock.advance(.hours(1))
        return lead
    }

    private func line(_ kind: LeadEvent.Kind, _ lead: Lead.ID, _ site: TestSite) async throws -> LeadDetail.Event {
        let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
        return try #require(detail.events.last { $0.event.kind == kind })
    }

    private func told(_ lead: Lead.ID, _ site: TestSite) async throws -> [TimelineEntry] {
        let actor = Actor(user: site.administrator, role: .administrator)
        let answer = try await site.app.fetch(LeadDetail(lead: lead), as: actor)
        return Timeline(answer, Wording(answer)).entries()
    }

    @Test("X2: from the timeline to the form and back: the old and the corrected stand side by side")
    func time() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await called(site)
            let moved = try await line(.moved, lead, site)
            let address = "/leads/\(lead)/corrections/\(moved.seq)"
            #expect(try await browser.get("/leads/\(lead)").text.contains("href=\"\(address)\""))
            let form = try await browser.get(address).text
            // The test's clock began at 10:00.
            #expect(form.contains("value=\"2025-11-17T12:00\""))
            #expect(form.contains("It never happened"))
            let answer = try await browser.post(
                address,
                [("what", "time"), ("at", "2025-11-17T11:15"), ("reason", "Called <earlier>")]
            )
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "/leads/\(lead)")
            let entries = try await told(lead, site)
            #expect(
                entries[0].title
                    == "Corrected: the move to Attempted contact on Mon 17 Nov, 11:15, not Mon 17 Nov, 12:00"
            )
            #expect(entries[0].text == "Called <earlier>")
            #expect(entries[1].corrected == "Corrected: it happened on Mon 17 Nov, 11:15")
            #expect(try await browser.get("/leads/\(lead)").text.contains("Called &lt;earlier&gt;"))
        }
    }

    @Test("X2: what cannot be is said on the same form with 422, and nothing that was typed is lost")
    func refused() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await called(site)
            let moved = try await line(.moved, lead, site)
            let address = "/leads/\(lead)/corrections/\(moved.seq)"
            let future = try await browser.post(
                address,
                [("what", "time"), ("at", "2025-11-18T12:15"), ("reason", "Kept words")]
            )
            #expect(future.status == 422)
            #expect(future.text.contains("and not in the future."))
            #expect(future.text.contains("Kept words"))
            let silent = try await browser.post(address, [("what", "undo"), ("reason", " ")])
            #expect(silent.status == 422)
            #expect(silent.text.contains("Say why."))
            #expect(try await browser.get("/leads/\(lead)/corrections/999999").status == 404)
        }
    }

    @Test("X2: a change that never happened is taken back, and an owner is set right")
    func undoAndOwner() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let fay = try await site.person(.fieldSales, "Fay Field").user
            let lead = try await called(site)
            let moved = try await line(.moved, lead, site)
            let undone = try await browser.post(
                "/leads/\(lead)/corrections/\(moved.seq)",
                [("what", "undo"), ("reason", "Wrong lead")]
            )
            #expect(undone.status == 303)
            site.clock.advance(.minutes(1))
            let assigned = try await line(.assigned, lead, site)
            let owner = try await browser.post(
                "/leads/\(lead)/corrections/\(assigned.seq)",
                [("owner", "person:\(fay)"), ("reason", "Hers from the start")]
            )
            #expect(owner.status == 303)
            let entries = try await told(lead, site)
            #expect(entries[0].title == "Corrected: it went to Fay Field, not Ada Admin")
            #expect(entries[1].title == "Taken back: the move to Attempted contact never happened")
            #expect(entries[2].corrected == "Taken back: it never happened")
            #expect(entries[2].corrections.isEmpty)
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
            #expect(detail.lead.status == "open")
            #expect(detail.lead.owner == .person(fay))
            #expect(try await site.app.fetch(CheckInvariants(), as: .system).holds)
        }
    }

    @Test("X2: the API corrects by line; inside sales may not, and does not see where")
    func api() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await called(site)
            let timeline = try await site.client.call("GET", "/v1/leads/\(lead)/timeline", token: token).json["items"]
            let moved = try #require(timeline.items.first { $0["kind"].text == "moved" })
            let line = try #require(moved["line"].number.map { Int($0) })
            let body = #"{"line":\#(line),"change":"time","at":"2025-11-17T10:30:00Z","reason":"Late"}"#
            let seller = try await site.person(.insideSales).token
            let forbidden = try await site.client.call(
                "POST",
                "/v1/leads/\(lead)/corrections",
                token: seller,
                json: body
            )
            #expect(forbidden.status == 403)
            let answer = try await site.client.call("POST", "/v1/leads/\(lead)/corrections", token: token, json: body)
            #expect(answer.status == 200)
            let read = try await site.client.call("GET", "/v1/leads/\(lead)", token: token).json
            #expect(read["statusSince"].text == "2025-11-17T10:30:00Z")
            #expect(read["stays"].items.contains { $0["enteredAt"].text == "2025-11-17T10:30:00Z" })
            let after = try await site.client.call("GET", "/v1/leads/\(lead)/timeline", token: token).json["items"]
            let correction = try #require(after.items.first { $0["kind"].text == "corrected" })
            #expect(correction["details"]["line"].number == Double(line))
            #expect(correction["details"]["at"].text == "2025-11-17T10:30:00Z")
            let missing = try await site.client.call(
                "POST",
                "/v1/leads/\(lead)/corrections",
                token: token,
                json: #"{"change":"time"}"#
            )
            #expect(missing.json["errors"][0]["pointer"].text == "/line")
        }
    }

    @Test("H3, E6: a lead's page and JSON tell its expected value with the reasons, and its marketing owner")
    func value() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let token = try await site.administratorToken
            let mia = try await site.person(.marketing, "Mia Market").user
            let lead = try await site.lead("Grace", value: 1_200_000)
            let page = try await browser.get("/leads/\(lead)").text
            #expect(page.contains("€\u{A0}600"))
            #expect(page.contains("5\u{A0}% of €\u{A0}12,000, the value noted, for a lead in Open without a grade."))
            let shared = try await browser.post("/leads/\(lead)/marketing-owner", [("owner", "\(mia)")])
            #expect(shared.status == 303)
            let read = try await site.client.call("GET", "/v1/leads/\(lead)", token: token).json
            #expect(read["marketingOwner"].text == "\(mia)")
            #expect(read["expected"]["value"]["minor"].number == 60_000)
            #expect(read["expected"]["amountFrom"].text == "stated")
            #expect(read["expected"]["percent"].number == 5)
            #expect(read["expected"]["because"]["statusKind"].text == "new")
            #expect(read["worth"]["firstTouch"].text == "\(lead)")
            let list = try await site.client.call("GET", "/v1/leads?fields=expected", token: token).json
            #expect(list["items"][0]["expected"]["value"]["minor"].number == 60_000)
            #expect(try await browser.get("/board").text.contains("€\u{A0}600 expected of €\u{A0}12\u{A0}k"))
            #expect(try await browser.get("/leads").text.contains("€\u{A0}600 expected"))
            #expect(try await browser.get("/leads.csv").text.contains(",12000,EUR,600,"))
        }
    }
}
