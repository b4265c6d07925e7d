import LeadApp
import LeadCore
import Testing

@testable import LeadServer

@Suite("Acts as pages")
struct LeadPagesTests {
    @Test(
        "An act leads back to where it came from, on this site only",
        arguments: ["/today", "//evil.example", "https://x"]
    )
    func back(given: String) async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await site.lead()
            let answer = try await browser.post(
                "/leads/\(lead)/attempts",
                [("channel", "phone"), ("outcome", "reached"), ("back", given)]
            )
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "/today")
        }
    }

    @Test("What cannot be done is said on the same form with 422, and nothing that was typed is lost")
    func refused() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await site.lead()
            let past = try await browser.post(
                "/leads/\(lead)/attempts",
                [
                    ("channel", "email"), ("outcome", "sent"), ("note", "The <offer>"), ("nextStep", "Follow up"),
                    ("nextDue", "2001-01-01T10:00"),
                ]
            )
            #expect(past.status == 422)
            #expect(past.text.contains("The next step must lie in the future."))
            #expect(past.text.contains("The &lt;offer&gt;"))
            let handoff = try await browser.post("/leads/\(lead)/handoff", [("to", "person:\(site.administrator)")])
            #expect(handoff.status == 422)
            #expect(handoff.text.contains("must be at least medium; it is not known"))
        }
    }

    @Test("A move on the board that needs more leads to the act that asks for it")
    func moves() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await site.lead()
            let needs = [
                ("not_qualified", "/leads/\(lead)/rejection?back=/board"),
                ("nurture", "/leads/\(lead)/recycling?back=/board"),
                ("qualified", "/leads/\(lead)/qualification?back=/board"),
                ("attempted", "/board"),
            ]
            for (status, place) in needs {
                let answer = try await browser.post(
                    "/leads/\(lead)/status-move",
                    [("status", status), ("back", "/board")]
                )
                #expect(answer.status == 303)
                #expect(answer.headers["location"] == place)
            }
            #expect(try await browser.post("/leads/\(lead)/status-move", [("status", "accepted")]).status == 409)
        }
    }

    @Test("Who gives a lead away that they may not see any more is led to Today")
    func givenAway() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await site.lead()
            let seller = try await site.person(.insideSales, "Ben Inside").user
            try await site.app.perform(AssignLead(lead: lead, to: .person(seller), reason: "His"), as: .system)
            try await site.app.perform(
                try await SetPassword.byOperator(of: seller, password: TestSite.password),
                as: .system
            )
            let ben = try await Browser(site, "ben.inside@example.com")
            let form = [
                ("reason", "Not now, later"), ("wakeAt", "2026-03-02"), ("marketingOwner", "\(site.administrator)"),
            ]
            let answer = try await ben.post("/leads/\(lead)/recycling", form)
            #expect(answer.headers["location"] == "/today")
            #expect(try await ben.get("/leads/\(lead)").status == 404)
            #expect(try await browser.get("/leads/\(lead)").status == 200)
            #expect(try await ben.get("/leads.csv").status == 403)
        }
    }

    @Test("E5: a seller holds the lead that they type in, or says that turns decide, and is told who got it")
    func typedIn() async throws {
        try await TestSite.run { site in
            let seller = try await site.person(.insideSales, "Ben Inside").user
            try await site.app.perform(
                try await SetPassword.byOperator(of: seller, password: TestSite.password),
                as: .system
            )
            let ben = try await Browser(site, "ben.inside@example.com")
            #expect(try await ben.get("/leads/new").text.contains("<option value=\"\(seller)\" selected>Me</option>"))
            let form = [("name", "Theo"), ("email", "theo@example.com"), ("source", "Web form")]
            let mine = try await ben.post("/leads", form + [("owner", "\(seller)")])
            let place = try #require(mine.headers["location"])
            #expect(place.hasPrefix("/leads/") && mine.status == 303)
            #expect(try await ben.get(place).status == 200)
            let other = [("name", "Rosa"), ("email", "rosa@example.com"), ("source", "Web form"), ("owner", "turn")]
            let given = try await ben.post("/leads", other)
            #expect(given.headers["location"] == "/today")
            let cookies = "baton_session=\(ben.session); baton_flash=\(try #require(given.cookie("baton_flash")))"
            #expect(try await site.client.get("/today", ["Cookie": cookies]).text.contains("Lead created, held by Ada"))
            let stolen = try await ben.post("/leads", form + [("owner", "\(site.administrator)")])
            #expect(stolen.status == 403)
        }
    }

    @Test("What is no lead is not found", arguments: ["x", "00000000-0000-7000-8000-000000000000", "%00", "..%2f.."])
    func notFound(id: String) async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            #expect(try await browser.get("/leads/\(id)").status == 404)
            #expect(try await browser.get("/leads/\(id)/handoff").status == 404)
        }
    }
}
