import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("What every user expects of a lead's page")
struct BasicsPagesTests {
    @Test("A3: a person is edited from the lead's page; the timeline says that, and never the values")
    func edit() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Ann")
            let ada = try await Browser(site, "ada@example.com")
            let contact = try #require(try await site.app.fetch(LeadDetail(lead: lead), as: .system).people.first)
                .contact
            let address = "/leads/\(lead)/contacts/\(contact.id)/edit"
            #expect(try await ada.get("/leads/\(lead)").text.contains("href=\"\(address)\""))
            #expect(try await ada.get(address).text.contains("value=\"ann@customer.example\""))
            let refused = try await ada.post(address, [("name", "Ann"), ("email", "no address")])
            #expect(refused.status == 422 && refused.text.contains("no address is not an e-mail address."))
            let saved = [("name", "Anna"), ("email", "anna@customer.example"), ("doNotCall", "true")]
            #expect(try await ada.post(address, saved).status == 303)
            let page = try await ada.get("/leads/\(lead)").text
            #expect(page.contains("Anna was changed") && page.contains("name, e-mail, may be called"))
            #expect(page.contains("do not call"))
            let elsewhere = try await site.lead("Bea")
            #expect(try await ada.get("/leads/\(elsewhere)/contacts/\(contact.id)/edit").status == 404)
        }
    }

    @Test("A3: PATCH replaces what is named and clears what is empty; strangers get 404")
    func patch() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Ann")
            let id = try #require(try await site.app.fetch(LeadDetail(lead: lead), as: .system).people.first).contact.id
            func patch(_ json: String, token: String) async throws -> TestResponse {
                try await site.client.call("PATCH", "/v1/contacts/\(id)", token: token, json: json)
            }
            let done = try await patch(#"{"title":"Buyer","email":""}"#, token: token)
            #expect(done.status == 200)
            #expect(done.json["changed"].items.compactMap(\.text) == ["title", "email"])
            let person = try await site.client.call("GET", "/v1/leads/\(lead)", token: token).json["contacts"][0]
            #expect(person["title"].text == "Buyer" && person["email"] == .null && person["name"].text == "Ann")
            let (_, partner) = try await site.person(.partner, "Pat")
            #expect(try await patch(#"{"title":"Spy"}"#, token: partner).status == 404)
            #expect(try await patch(#"{"tilte":"x"}"#, token: token).status == 422)
        }
    }

    @Test("A3: notes are written in a box on the timeline of leads and deals, also several at one moment")
    func notes() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Ann")
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.get("/leads/\(lead)").text.contains("action=\"/leads/\(lead)/notes\""))
            for text in ["First <b>note</b>", "Second note"] {
                #expect(try await ada.post("/leads/\(lead)/notes", [("text", text)]).status == 303)
            }
            let page = try await ada.get("/leads/\(lead)").text
            #expect(page.contains("First &lt;b&gt;note") && page.contains("Second note"))
            #expect(try await ada.post("/leads/\(lead)/notes", [("text", " ")]).status == 422)
            let deal = try await site.deal("Bea", amount: 100)
            #expect(try await ada.post("/opportunities/\(deal)/notes", [("text", "Wants an offer")]).status == 303)
            #expect(try await ada.get("/opportunities/\(deal)").text.contains("Wants an offer"))
        }
    }

    @Test("A3: a company that was written by somebody known elsewhere is told with the way to move them there")
    func statedCompany() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Ann")
            let ada = try await Browser(site, "ada@example.com")
            let fields = [
                ("name", "Ann"), ("email", "ann@customer.example"), ("company", "Gate & Co"), ("source", "Web form"),
                ("productClass", "General"),
            ]
            #expect(try await ada.post("/leads", fields).status == 303)
            let page = try await ada.get("/leads/\(lead)").text
            #expect(page.contains("Known at Ann Ltd; they wrote Gate &amp; Co"))
            let contact = try #require(try await site.app.fetch(LeadDetail(lead: lead), as: .system).people.first)
                .contact
            let move = "/leads/\(lead)/contacts/\(contact.id)/account"
            #expect(page.contains("\(move)?company=Gate%20%26%20Co"))
            #expect(try await ada.get("\(move)?company=Gate%20%26%20Co").text.contains("value=\"Gate &amp; Co\""))
            #expect(try await ada.post(move, [("company", "Gate & Co"), ("withLeads", "true")]).status == 303)
            let moved = try await ada.get("/leads/\(lead)").text
            #expect(moved.contains("They wrote Gate &amp; Co") && !moved.contains("\(move)?company"))
        }
    }

    @Test("B6: converting proposes the account's other open leads, and the company's page shows all that one may see")
    func company() async throws {
        try await TestSite.run { site in
            try await site.app.perform(SaveProductClass(name: "Service"), as: .system)
            let lead = try await site.lead("Ann")
            let ada = try await Browser(site, "ada@example.com")
            let fields = [
                ("name", "Otto"), ("email", "otto@customer.example"), ("company", "Ann Ltd"), ("source", "Web form"),
                ("productClass", "Service"),
            ]
            #expect(try await ada.post("/leads", fields).status == 303)
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
            let other = try #require(detail.others.first).id
            for id in [lead, other] {
                try await site.app.perform(
                    QualifyLead(lead: id, levels: ["need": .high, "urgency": .low, "fit": .medium], conclude: true),
                    as: .system
                )
            }
            let page = try await ada.get("/leads/\(lead)").text
            #expect(page.contains("Other leads of this account") && page.contains("href=\"/leads/\(other)\">Otto"))
            let company = "/accounts/\(detail.lead.account)"
            #expect(page.contains("href=\"\(company)\">Ann Ltd"))
            let form = try await ada.get("/leads/\(lead)/conversion").text
            #expect(form.contains("type=\"checkbox\" name=\"leads\" value=\"\(other)\">"), "offered, not ticked")
            let convert = [("name", "Both"), ("leads", "\(other)")]
            #expect(try await ada.post("/leads/\(lead)/conversion", convert).status == 303)
            let whole = try await ada.get(company).text
            #expect(whole.contains("Otto") && whole.contains("otto@customer.example") && whole.contains(">Both</a>"))
            let token = try await site.administratorToken
            let json = try await site.client.call("GET", "/v1\(company)", token: token).json
            #expect(json["totals"]["closedLeads"].number == 2 && json["totals"]["openDeals"].number == 1)
            #expect(json["leads"].items.count == 2 && json["people"].items.count == 2)
            let (_, partner) = try await site.person(.partner, "Pat")
            #expect(try await site.client.call("GET", "/v1\(company)", token: partner).status == 404)
        }
    }

    @Test("B1: the product class is changed from the lead's page, and the timeline tells both names and why")
    func reclassify() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Ann")
            try await site.app.perform(SaveProductClass(name: "Service"), as: .system)
            let ada = try await Browser(site, "ada@example.com")
            let address = "/leads/\(lead)/product-class"
            #expect(try await ada.get("/leads/\(lead)").text.contains("href=\"\(address)\""))
            #expect(try await ada.post(address, [("productClass", "Service"), ("reason", "")]).status == 422)
            let change = [("productClass", "Service"), ("reason", "Wants maintenance")]
            #expect(try await ada.post(address, change).status == 303)
            let page = try await ada.get("/leads/\(lead)").text
            #expect(page.contains("Product class Service instead of General") && page.contains("Wants maintenance"))
        }
    }
}
