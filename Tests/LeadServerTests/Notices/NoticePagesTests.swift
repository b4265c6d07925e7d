import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Notices on pages and over the API")
struct NoticePagesTests {
    @Test("F2: who gets a lead reads who gave it, the navigation counts it, and reading takes it off")
    func page() async throws {
        try await TestSite.run { site in
            let seller = try await site.person(.insideSales, "Ben Inside")
            let lead = try await site.lead("Rosa Luxor")
            let max = Actor(user: site.administrator, role: .administrator)
            try await site.app.perform(AssignLead(lead: lead, to: .person(seller.user), reason: "His"), as: max)
            try await site.app.perform(
                try await SetPassword.byOperator(of: seller.user, password: TestSite.password),
                as: .system
            )
            let ben = try await Browser(site, "ben.inside@example.com")
            let page = try await ben.get("/notices").text
            #expect(page.contains("Ada Admin gave you this lead."))
            #expect(page.contains(#"<span class="badge">1<span class="visually-hidden"> unread</span></span>"#))
            let told = try await site.client.call("GET", "/v1/notices?unread=true", token: seller.token).json
            #expect(told["unread"].number == 1)
            #expect(told["items"][0]["kind"].text == "assigned")
            #expect(told["items"][0]["lead"].text == "\(lead)")
            let id = try #require(told["items"][0]["id"].text)
            let opened = try await ben.post("/notices/\(id)/reading", [("next", "/leads/\(lead)")])
            #expect(opened.headers["location"] == "/leads/\(lead)")
            #expect(
                try await ben.post("/notices/\(id)/reading", [("next", "//evil.example")]).headers["location"]
                    == "/notices"
            )
            #expect(!(try await ben.get("/notices").text).contains("class=\"badge\""))
            let ada = try await site.administratorToken
            let foreign = try await site.client.call("POST", "/v1/notices/\(id)/reading", token: ada, json: "{}")
            #expect(foreign.status == 404)
            #expect(
                try await site.client.call("POST", "/v1/notices/reading", token: seller.token, json: "{}").status == 204
            )
        }
    }

    @Test("F2, F8: the page of what is overdue gives the lead to whoever takes it, with the reason in its timeline")
    func overdue() async throws {
        try await TestSite.run { site in
            let seller = try await site.person(.insideSales, "Ben Inside")
            let lead = try await site.lead("Rosa <b>Luxor")
            try await site.app.perform(AssignLead(lead: lead, to: .person(seller.user), reason: "His"), as: .system)
            site.clock.advance(.days(1))
            try await site.app.perform(BreachDueClocks(), as: .system)
            let ada = try await Browser(site, "ada@example.com")
            let page = try await ada.get("/overdue").text
            #expect(page.contains("1 lead is late"))
            #expect(page.contains("Ben Inside"))
            #expect(page.contains("Escalated: level 1 of 2"))
            #expect(!page.contains("<b>Luxor"))
            #expect(try await ada.post("/overdue/\(lead)/taking", []).headers["location"] == "/overdue")
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
            #expect(detail.lead.owner == .person(site.administrator))
            #expect(detail.activities.last?.note == "Taken over by Ada Admin, since it was late.")
        }
    }

    @Test("Every sentence of a notice is whole, whatever is known of it", arguments: NoticeKind.allCases)
    func sentences(kind: NoticeKind) async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Rosa Luxor")
            try await site.app.database.write(as: .system) { tx in
                try tx.markAllRead(of: site.administrator, until: site.clock.now)
                try tx.tell(site.administrator, kind, of: lead, Notice.Details())
            }
            let token = try await site.administratorToken
            let told = try await site.client.call("GET", "/v1/notices?unread=true", token: token).json["items"]
            let sentence = try #require(told[0]["sentence"].text)
            #expect(sentence.hasSuffix("."))
            #expect(!sentence.contains("nil") && !sentence.contains("Optional"))
        }
    }
}
