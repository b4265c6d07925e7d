import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Leads over the API")
struct LeadAPITests {
    @Test("B1: a lead is taken in, joined by a second inquiry, and both answers say so")
    func capture() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let json = #"{"name":"Rosa Luxor","email":"rosa@luxor.example","company":"Luxor","source":"Web site"}"#
            let first = try await site.client.call("POST", "/v1/leads", token: token, json: json)
            #expect(first.status == 201)
            #expect(first.json["outcome"].text == "new_lead")
            let lead = try #require(first.json["lead"].text)
            #expect(first.headers["location"] == "/v1/leads/\(lead)")
            let second = try await site.client.call("POST", "/v1/leads", token: token, json: json)
            #expect(second.status == 200)
            #expect(second.json["outcome"].text == "joined")
            #expect(second.json["lead"].text == lead)
            let read = try await site.client.call("GET", "/v1/leads/\(lead)", token: token)
            #expect(read.json["contacts"][0]["email"].text == "rosa@luxor.example")
            #expect(read.json["owner"]["name"].text == "Ada Admin")
            #expect(read.json["responses"].number == 2)
            #expect(read.headers["etag"] == "\"2\"")
        }
    }

    @Test("what is refused is kept: the problem names each field and the submission")
    func refused() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let answer = try await site.client.call(
                "POST",
                "/v1/leads",
                token: token,
                json: #"{"name":7,"source":"Web site","colour":"red","value":{"minor":1.5}}"#
            )
            #expect(answer.status == 422)
            #expect(answer.headers["content-type"] == "application/problem+json")
            let pointers = answer.json["errors"].items.compactMap { $0["pointer"].text }
            #expect(Set(pointers).isSuperset(of: ["/name", "/colour", "/value/minor"]))
            let unknown = try await site.client.call(
                "POST",
                "/v1/leads",
                token: token,
                json: #"{"name":"Bo","source":"Carrier pigeon"}"#
            )
            #expect(unknown.json["errors"][0]["pointer"].text == "/source")
            for refused in [answer, unknown] {
                let id = try #require(refused.json["submission"].text)
                let kept = try await site.client.call("GET", "/v1/submissions/\(id)", token: token)
                #expect(kept.json["outcome"].text == "rejected")
                #expect(kept.json["code"] == refused.json["code"])
            }
        }
    }

    @Test("Invariant 7: the same idempotency key is answered as before; with another request it is refused")
    func idempotency() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            @Sendable func post(_ name: String) async throws -> TestResponse {
                try await site.client.call(
                    "POST",
                    "/v1/leads",
                    token: token,
                    json: #"{"name":"\#(name)","source":"Web site"}"#,
                    headers: ["Idempotency-Key": "order-7"]
                )
            }
            let first = try await post("Bo")
            let again = try await post("Bo")
            #expect(again.json["lead"] == first.json["lead"])
            let other = try await post("Eve")
            #expect(other.status == 409)
            #expect(other.json["code"].text == "idempotency_key_reused")
            let list = try await site.client.call("GET", "/v1/leads?total=true", token: token)
            #expect(list.json["total"].number == 1)
        }
    }

    @Test("a batch answers row by row; all or nothing keeps nothing but the batch itself")
    func batch() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let rows = #"[{"name":"A","source":"Web site"},{"name":"B"},{"nome":"C"},{"name":"D","source":"Referral"}]"#
            let answer = try await site.client.call("POST", "/v1/leads:batch", token: token, json: rows)
            #expect(answer.status == 200)
            let outcomes = answer.json["results"].items.compactMap { $0["outcome"].text }
            #expect(outcomes == ["new_lead", "rejected", "rejected", "new_lead"])
            #expect(answer.json["results"][2]["problem"]["errors"][0]["pointer"].text == "/nome")
            #expect(answer.json["counts"]["new_lead"].number == 2)
            let raw = try await site.client.call(
                "GET",
                "/v1/submissions/\(try #require(answer.json["results"][1]["submission"].text))/raw",
                token: token
            )
            #expect(raw.text == #"{"name":"B"}"#)
            let atomic = try await site.client.call(
                "POST",
                "/v1/leads:batch?atomic=true",
                token: token,
                json: #"{"leads":[{"name":"E","source":"Web site"},{"name":"F"}]}"#
            )
            #expect(atomic.status == 422)
            #expect(atomic.json["errors"][0]["pointer"].text == "/1/source")
            let list = try await site.client.call("GET", "/v1/leads?total=true", token: token)
            #expect(list.json["total"].number == 2)
            let many =
                "[" + Array(repeating: #"{"name":"X","source":"Web site"}"#, count: 1001).joined(separator: ",") + "]"
            #expect(try await site.client.call("POST", "/v1/leads:batch", token: token, json: many).status == 422)
        }
    }

    @Test("lists page by cursor in a stable order; what nobody knows is refused")
    func list() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            for number in 1...5 {
                _ = try await site.client.call(
                    "POST",
                    "/v1/leads",
                    token: token,
                    json: #"{"name":"P\#(number)","source":"Web site"}"#
                )
            }
            var path: String? = "/v1/leads?limit=2&sort=oldest&fields=name"
            var names: [String] = []
            while let next = path {
                let page = try await site.client.call("GET", next, token: token)
                #expect(page.json["items"][0].keys == ["name"])
                names += page.json["items"].items.compactMap { $0["name"].text }
                path = page.headers["link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
            }
            #expect(names == ["P1", "P2", "P3", "P4", "P5"])
            for query in [
                "statsu=open", "sort=best", "limit=0", "owner=nobody", "cursor=x", "fields=colour", "source=7",
            ] {
                let answer = try await site.client.call("GET", "/v1/leads?\(query)", token: token)
                #expect(answer.status == 400, "\(query)")
                #expect(answer.json["errors"][0]["pointer"].text?.hasPrefix("?") == true)
            }
            let found = try await site.client.call("GET", "/v1/leads?q=P3&status=open,attempted&owner=me", token: token)
            #expect(found.json["items"].items.count <= 1)
        }
    }

    @Test("acts move a lead from attempt to won deal, each at the version that the caller saw")
    func life() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let captured = try await site.client.call(
                "POST",
                "/v1/leads",
                token: token,
                json: #"{"name":"Bo","company":"Berg","source":"Web site"}"#
            )
            let lead = "/v1/leads/\(try #require(captured.json["lead"].text))"
            @Sendable func act(_ name: String, _ json: String?, match: String? = nil) async throws -> TestResponse {
                try await site.client.call(
                    "POST",
                    "\(lead)/\(name)",
                    token: token,
                    json: json,
                    headers: match.map { ["If-Match": $0] } ?? [:]
                )
            }
            let attempt = try await act("attempts", #"{"channel":"phone","outcome":"reached"}"#, match: "\"1\"")
            #expect(attempt.status == 200)
            let stale = try await act("attempts", #"{"channel":"phone","outcome":"reached"}"#, match: "\"1\"")
            #expect(stale.status == 412)
            let early = try await act("handoff", #"{"to":"person:\#(site.administrator)"}"#)
            #expect(early.status == 409)
            let qualified = try await act(
                "qualification",
                #"{"levels":{"need":"high","urgency":"medium","fit":"high"},"conclude":true}"#
            )
            #expect(qualified.json["status"].text == "qualified")
            let wrong = try await act("qualification", #"{"levels":{"need":"huge"}}"#)
            #expect(wrong.json["errors"][0]["pointer"].text == "/levels/need")
            #expect(try await act("handoff", #"{"to":"person:\#(site.administrator)"}"#).status == 200)
            #expect(try await act("acceptance", nil).json["status"].text == "accepted")
            let contact = try await act(
                "contacts",
                #"{"name":"Dora","email":"d@berg.example","role":"decision_maker"}"#
            )
            #expect(contact.status == 200)
            let deal = try await site.client.call(
                "POST",
                "/v1/opportunities",
                token: token,
                json:
                    #"{"leads":["\#(lead.split(separator: "/").last ?? "")"],"name":"Ten trucks","amount":{"minor":500,"currency":"EUR"}}"#
            )
            #expect(deal.status == 201)
            let path = try #require(deal.headers["location"])
            #expect(try await site.client.call("POST", "\(path)/win", token: token).json["kind"].text == "won")
            let won = try await site.client.call("GET", path, token: token)
            #expect(won.json["contacts"].items.count == 2)
            #expect(won.json["amount"]["minor"].number == 500)
            let timeline = try await site.client.call("GET", "\(lead)/timeline", token: token)
            let kinds = timeline.json["items"].items.compactMap { $0["kind"].text }
            #expect(
                Set(kinds).isSuperset(of: ["captured", "attempted", "qualified", "handed_off", "accepted", "converted"])
            )
            let check = try await site.client.call("GET", "/v1/invariants", token: token)
            #expect(check.json["holds"] == .bool(true))
        }
    }
}
