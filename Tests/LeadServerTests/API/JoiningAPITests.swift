import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Many people, one deal, over the API")
struct JoiningAPITests {
    private func qualified(_ site: TestSite, _ name: String) async throws -> Lead.ID {
        let lead = try await site.lead(name, value: 100_000)
        try await site.app.perform(
            QualifyLead(lead: lead, levels: ["need": .high, "urgency": .medium, "fit": .medium], conclude: true),
            as: .system
        )
        return lead
    }

    @Test("X5: 50 parallel identical conversions over HTTP make one deal, with and without an idempotency key")
    func storm() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await qualified(site, "Ann")
            let json = #"{"leads":["\#(lead)"],"name":"Ten trucks"}"#
            let answers = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
                for number in 0..<50 {
                    group.addTask {
                        let headers = number % 2 == 0 ? ["Idempotency-Key": "storm"] : [:]
                        let answer = try await site.client.call(
                            "POST",
                            "/v1/opportunities",
                            token: token,
                            json: json,
                            headers: headers
                        )
                        return (answer.status, answer.json["id"].text)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.map(\.0) == Array(repeating: 201, count: 50))
            #expect(Set(answers.map(\.1)).count == 1)
            let deals = try await site.client.call("GET", "/v1/opportunities", token: token)
            #expect(deals.json["items"].items.count == 1)
            let id = try #require(answers[0].1)
            let undone = try await site.client.call("POST", "/v1/opportunities/\(id)/undo", token: token)
            #expect(undone.json["kind"].text == "withdrawn")
            #expect(
                try await site.client.call("GET", "/v1/leads/\(lead)", token: token).json["status"].text == "qualified"
            )
        }
    }

    @Test("B4, B5: leads are found, linked, merged and taken apart, and each answer says where they are")
    func joining() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let (ann, bea) = (try await qualified(site, "Ann"), try await qualified(site, "Bea"))
            func post(_ path: String, _ json: String) async throws -> TestResponse {
                try await site.client.call("POST", "/v1/leads/\(path)", token: token, json: json)
            }
            func read(_ lead: Lead.ID) async throws -> Answer {
                try await site.client.call("GET", "/v1/leads/\(lead)", token: token).json
            }
            let found = try await site.client.call("GET", "/v1/leads/\(ann)/candidates?q=bea@", token: token)
            #expect(found.json["items"].items.compactMap { $0["id"].text } == [bea.description])
            #expect(try await post("\(ann)/links", #"{"lead":"\#(bea)"}"#).status == 200)
            #expect(try await read(bea)["linked"][0].text == ann.description)
            #expect(try await site.client.call("DELETE", "/v1/leads/\(ann)/links", token: token).status == 200)
            #expect(try await read(bea)["linked"].items.isEmpty)
            let refused = try await post("\(ann)/merge", #"{"leads":["\#(bea)"]}"#)
            #expect(refused.status == 409)
            #expect(refused.json["code"].text == "different_accounts")
            #expect(try await post("\(ann)/merge", #"{"leads":["\#(bea)"],"otherAccounts":true}"#).status == 200)
            #expect(try await read(bea)["mergedInto"].text == ann.description)
            #expect(try await read(ann)["merged"][0].text == bea.description)
            #expect(try await read(ann)["contacts"].items.count == 2)
            #expect(try await post("\(bea)/unmerge", "{}").status == 200)
            #expect(try await read(bea)["status"].text == "qualified")
        }
    }

    @Test("E6, E7: marketing owner, assistants and moved people over the API")
    func people() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await qualified(site, "Ann")
            let mia = try await site.person(.marketing, "Mia")
            func call(_ method: String, _ path: String, _ json: String? = nil) async throws -> TestResponse {
                try await site.client.call(method, "/v1/\(path)", token: token, json: json)
            }
            #expect(try await call("POST", "leads/\(lead)/marketing-owner", #"{"owner":"\#(mia.user)"}"#).status == 200)
            let row = try await call("GET", "leads").json["items"][0]
            #expect(row["marketingOwner"].text == mia.user.description)
            #expect(row["salesOwner"]["name"].text == "Ada Admin")
            let assistants = "people/\(site.administrator)/assistants"
            #expect(try await call("POST", assistants, #"{"assistant":"\#(mia.user)"}"#).status == 204)
            #expect(try await call("GET", assistants).json["items"][0]["assistant"].text == mia.user.description)
            #expect(try await call("DELETE", "\(assistants)/\(mia.user)").status == 204)
            #expect(try await call("DELETE", "\(assistants)/\(mia.user)").status == 404)
            let contact = try #require(try await call("GET", "leads/\(lead)").json["contacts"][0]["id"].text)
            let moved = try await call("POST", "contacts/\(contact)/account", #"{"company":"New Co","withLeads":true}"#)
            #expect(moved.json["leads"][0].text == lead.description)
            #expect(try await call("GET", "leads/\(lead)").json["account"].text == "New Co")
        }
    }

    @Test("B6: product lines and a late lead over the API; a line that is none is named by its pointer")
    func lines() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let (ann, bea) = (try await qualified(site, "Ann"), try await qualified(site, "Bea"))
            let classes = try await site.app.fetch(Choices(), as: .system).productClasses
            try await site.app.perform(
                AddProduct(to: classes[0].id, name: "Box", price: Money(minor: 250, currency: "EUR")),
                as: .system
            )
            func convert(_ lines: String) async throws -> TestResponse {
                let json = #"{"leads":["\#(ann)"],"name":"Boxes","lines":\#(lines)}"#
                return try await site.client.call("POST", "/v1/opportunities", token: token, json: json)
            }
            let refused = try await convert(#"[{"product":"Box"},{"product":"Bag"}]"#)
            #expect(refused.json["errors"][0]["pointer"].text == "/lines/1/product")
            #expect(
                try await convert(#"[{"product":"Box","colour":"red"}]"#).json["errors"][0]["pointer"].text
                    == "/lines/0/colour"
            )
            let id = try #require(try await convert(#"[{"product":"Box","quantity":4}]"#).json["id"].text)
            let late = try await site.client.call(
                "POST",
                "/v1/opportunities/\(id)/leads",
                token: token,
                json: #"{"lead":"\#(bea)","otherAccounts":true}"#
            )
            #expect(late.status == 200)
            let deal = try await site.client.call("GET", "/v1/opportunities/\(id)", token: token).json
            #expect(deal["amount"]["minor"].number == 1000)
            #expect(deal["lines"][0]["quantity"].number == 4)
            #expect(deal["contacts"].items.count == 2)
            #expect(deal["leads"].items.count == 2)
        }
    }
}
