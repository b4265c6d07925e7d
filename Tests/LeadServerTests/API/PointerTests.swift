import Foundation
import LeadApp
import LeadCore
import Testing

@Suite("Pointers of refusals")
struct PointerTests {
    @Test("a refusal points into the request: /dueAt of a next step, /next/dueAt of an attempt, /name of a deal")
    func pointers() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Rosa")
            for (method, path, json, pointer) in [
                ("POST", "/v1/leads/\(lead)/next-step", #"{"what":"Call","dueAt":"2020-01-01T00:00:00Z"}"#, "/dueAt"),
                ("POST", "/v1/leads/\(lead)/next-step", #"{"what":" ","dueAt":"2099-01-01T00:00:00Z"}"#, "/what"),
                (
                    "POST", "/v1/leads/\(lead)/attempts",
                    #"{"channel":"phone","outcome":"busy","next":{"what":"Call","dueAt":"2020-01-01T00:00:00Z"}}"#,
                    "/next/dueAt"
                ),
                ("POST", "/v1/opportunities", #"{"leads":["\#(lead)"],"name":" "}"#, "/name"),
                (
                    "POST", "/v1/leads", #"{"name":"Bo","source":"Web form","occurredAt":"2099-01-01T00:00:00Z"}"#,
                    "/occurredAt"
                ),
            ] {
                let answer = try await site.client.call(method, path, token: token, json: json)
                #expect(answer.status == 422, "\(path): \(answer.text)")
                #expect(answer.json["errors"].items.compactMap { $0["pointer"].text } == [pointer], "\(answer.text)")
            }
        }
    }

    @Test("G1: a note goes along with an ending over the API and is on the timeline")
    func note() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Rosa")
            let answer = try await site.client.call(
                "POST",
                "/v1/leads/\(lead)/rejection",
                token: token,
                json: #"{"reason":"No budget","note":"They move in 2028."}"#
            )
            #expect(answer.status == 200)
            let timeline = try await site.client.call("GET", "/v1/leads/\(lead)/timeline", token: token)
            #expect(timeline.text.contains("They move in 2028."))
        }
    }

    @Test("G1: the forms that end or give back a lead take a note, and the page shows it")
    func page() async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Rosa")
            let browser = try await Browser(site, "ada@example.com")
            for act in ["rejection", "recycling"] {
                #expect(try await browser.get("/leads/\(lead)/\(act)").text.contains("name=\"note\""))
            }
            let fields = [("reason", "No budget"), ("note", "They move in 2028.")]
            #expect(try await browser.post("/leads/\(lead)/rejection", fields).status == 303)
            #expect(try await browser.get("/leads/\(lead)").text.contains("They move in 2028."))
        }
    }
}
