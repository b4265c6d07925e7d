import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("A partner's link")
struct PartnerPagesTests {
    private func share(_ site: TestSite) async throws -> (lead: Lead.ID, path: String) {
        let lead = try await site.lead("Grace Hopper")
        try await site.app.perform(
            QualifyLead(lead: lead, levels: ["need": .high, "urgency": .high, "fit": .high], conclude: true),
            as: .system
        )
        let answer = try await site.client.call(
            "POST",
            "/v1/leads/\(lead)/shares",
            token: try await site.administratorToken,
            json: #"{"name": "Pat Partner", "email": "pat@partner.example"}"#
        )
        #expect(answer.status == 201)
        return (lead, try #require(answer.json["path"].text))
    }

    @Test("X18: the link shows one lead to whoever has it, without signing in, and looking changes nothing")
    func shown() async throws {
        try await TestSite.run { site in
            let (lead, path) = try await share(site)
            for _ in 1...3 {
                let page = try await site.client.get(path)
                #expect(page.status == 200)
                #expect(page.text.contains("Grace Hopper") && page.text.contains("Accept this lead"))
                #expect(page.headers["x-robots-tag"]?.contains("noindex") == true)
            }
            #expect(try await site.app.fetch(LeadDetail(lead: lead), as: .system).lead.offer != nil)
            let card = try await site.client.get("\(path)/customer.vcf")
            #expect(card.text.hasPrefix("BEGIN:VCARD\r\n"))
            #expect(card.headers["content-type"] == "text/vcard; charset=utf-8")
            let entry = try await site.client.get("\(path)/next-step.ics")
            #expect(entry.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
        }
    }

    @Test("X18: accepting and reporting through the page, and what is wrong is said on it")
    func acts() async throws {
        try await TestSite.run { site in
            let (lead, path) = try await share(site)
            let accepted = try await site.client.post("\(path)/acceptance", form: [])
            #expect(accepted.status == 303)
            let again = try await site.client.post("\(path)/acceptance", form: [])
            #expect(again.status == 422)
            #expect(try await site.client.get(path).text.contains("What became of it?"))
            let unread = try await site.client.post(
                "\(path)/win",
                form: [("company", "End Works"), ("amount", "much")]
            )
            #expect(unread.status == 422)
            let won = try await site.client.post("\(path)/win", form: [("company", "End Works"), ("amount", "1,000")])
            #expect(won.status == 200)
            #expect(won.text.contains("Your sale is recorded"))
            #expect(try await site.app.fetch(LeadDetail(lead: lead), as: .system).lead.kind == .converted)
            let used = try await site.client.get(path)
            #expect(used.status == 410)
            #expect(used.text.contains("You have answered this lead already"))
        }
    }

    @Test("X18: a forged link is not found and says what to do; a link taken back is gone")
    func refused() async throws {
        try await TestSite.run { site in
            let (lead, path) = try await share(site)
            let forged = try await site.client.get(String(path.dropLast(2)) + "AA")
            #expect(forged.status == 404)
            #expect(forged.text.contains("ask whoever sent it to you"))
            #expect(try await site.client.post("/p/nothing/acceptance", form: []).status == 404)
            let token = try await site.administratorToken
            let list = try await site.client.call("GET", "/v1/leads/\(lead)/shares", token: token)
            let id = try #require(list.json["items"].items.first?["id"].text)
            let gone = try await site.client.call("DELETE", "/v1/leads/\(lead)/shares/\(id)", token: token)
            #expect(gone.status == 204)
            #expect(try await site.client.get(path).status == 410)
        }
    }

    @Test("X18: whoever tries many links is slowed down")
    func limited() async throws {
        try await TestSite.run { site in
            var statuses: Set<Int> = []
            for _ in 1...70 { statuses.insert(try await site.client.get("/p/nothing").status) }
            #expect(statuses == [404, 429])
        }
    }
}
