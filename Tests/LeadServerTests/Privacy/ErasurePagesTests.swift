import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Pages and calls about privacy")
struct ErasurePagesTests {
    @Test("J6: an administrator takes the file and erases a person with the name typed; the lead stays")
    func page() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Ann")
            let ada = try await Browser(site, "ada@example.com")
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
            let place = "/leads/\(lead)/contacts/\(try #require(detail.people.first).contact.id)"
            #expect(try await ada.get("/leads/\(lead)").text.contains("\(place)/erasure"))
            #expect(try await ada.get("\(place)/export").json["contacts"][0]["email"].text == "ann@customer.example")
            #expect(try await ada.get("\(place)/erasure").text.contains("Erase for good"))
            let refused = try await ada.post("\(place)/erasure", [("confirmation", "Anna")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("Type the name exactly as it stands here"))
            #expect(try await ada.post("\(place)/erasure", [("confirmation", "Ann")]).status == 303)
            let after = try await ada.get("/leads/\(lead)").text
            #expect(after.contains("Erased person"))
            #expect(!after.contains("ann@customer.example"))
            #expect(!after.contains("\(place)/erasure"))
        }
    }

    @Test("J1: whoever is no administrator neither takes the file nor erases")
    func rights() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Ann")
            let token = try await site.person(.manager).token
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: Actor(user: 99, role: .manager))
            #expect(!detail.mayErase)
            let place = "/v1/contacts/\(try #require(detail.people.first).contact.id)"
            let json = #"{"confirmation":"Ann"}"#
            #expect(try await site.client.call("GET", "\(place)/export", token: token).status == 403)
            #expect(try await site.client.call("POST", "\(place)/erasure", token: token, json: json).status == 403)
        }
    }

    @Test("J6: over the API a person is exported and erased; a wrong name is refused with its pointer")
    func api() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Ann")
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
            let place = "/v1/contacts/\(try #require(detail.people.first).contact.id)"
            let file = try await site.client.call("GET", "\(place)/export", token: token)
            #expect(file.json["submissions"][0]["content"].text == "{}")
            #expect(file.json["leads"][0]["id"].text == lead.description)
            func erase(_ name: String) async throws -> TestResponse {
                let json = #"{"confirmation":"\#(name)"}"#
                return try await site.client.call("POST", "\(place)/erasure", token: token, json: json)
            }
            let refused = try await erase("Bob")
            #expect(refused.status == 422)
            #expect(refused.json["errors"][0]["pointer"].text == "/confirmation")
            let erased = try await erase("Ann")
            #expect(erased.status == 200)
            #expect(erased.json["leads"][0].text == lead.description)
            let blank = try await site.client.call("GET", "\(place)/export", token: token)
            #expect(blank.json["contacts"][0]["name"].text == "Erased person")
            #expect(!blank.text.contains("ann@customer"))
        }
    }
}
