import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Pages and calls that join people")
struct SamePersonTests {
    private func person(_ site: TestSite, on lead: Lead.ID) async throws -> Contact.ID {
        let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
        return try #require(detail.people.first).contact.id
    }

    @Test("B1: the other record is searched, chosen with what is taken from it, and taken apart from the lead's page")
    func page() async throws {
        try await TestSite.run { site in
            let (ann, bea) = (try await site.lead("Ann"), try await site.lead("Bea"))
            let (first, second) = (try await person(site, on: ann), try await person(site, on: bea))
            let ada = try await Browser(site, "ada@example.com")
            let place = "/leads/\(ann)/contacts/\(first)"
            #expect(try await ada.get("/leads/\(ann)").text.contains("\(place)/same"))
            #expect(try await ada.get("\(place)/same").text.contains("Nobody shares an address"))
            let found = try await ada.get("\(place)/same?q=bea@").text
            #expect(found.contains("value=\"\(second)\" checked"), "the only one that was found is chosen")
            #expect(found.contains("name=\"take\" value=\"email\""))
            let refused = try await ada.post("\(place)/same", [("q", "bea@")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("Choose a person"))
            let done = try await ada.post("\(place)/same", [("merged", "\(second)"), ("take", "email"), ("q", "bea@")])
            #expect(done.status == 303)
            let other = try await ada.get("/leads/\(bea)").text
            #expect(other.contains("bea@customer.example"))
            #expect(other.contains("Ann is the same person as"))
            let apart = "/leads/\(bea)/contacts/\(second)/apart"
            #expect(other.contains("action=\"\(apart)\""))
            #expect(try await ada.post(apart, []).status == 303)
            #expect(!(try await ada.get("/leads/\(bea)").text.contains("action=\"\(apart)\"")))
            #expect(try await ada.post(apart, []).status == 303)
        }
    }

    @Test("B1, B5: over the API people are found, merged and taken apart; what cannot be taken is named")
    func api() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let (ann, bea) = (try await site.lead("Ann"), try await site.lead("Bea"))
            let (first, second) = (try await person(site, on: ann), try await person(site, on: bea))
            func post(_ path: String, _ json: String) async throws -> TestResponse {
                try await site.client.call("POST", "/v1/contacts/\(path)", token: token, json: json)
            }
            let found = try await site.client.call("GET", "/v1/contacts/\(first)/candidates?q=bea", token: token)
            #expect(found.json["items"].items.compactMap { $0["id"].text } == [second.description])
            let wrong = try await post("\(first)/merge", #"{"merged":"\#(second)","take":["hat"]}"#)
            #expect(wrong.status == 422)
            #expect(wrong.json["errors"][0]["pointer"].text == "/take")
            let done = try await post("\(first)/merge", #"{"merged":"\#(second)","take":["name"]}"#)
            #expect(done.json["leads"][0].text == bea.description)
            let lead = try await site.client.call("GET", "/v1/leads/\(bea)", token: token)
            #expect(lead.json["contacts"][0]["id"].text == first.description)
            #expect(try await post("\(second)/unmerge", "{}").status == 200)
            let again = try await post("\(second)/unmerge", "{}")
            #expect((again.status, again.json["code"].text) == (409, "contact_not_merged"))
        }
    }
}
