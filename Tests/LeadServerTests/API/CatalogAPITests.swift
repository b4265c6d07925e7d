import Foundation
import LeadApp
import LeadCore
import Testing

@Suite("Reference data, policy and reports over the API")
struct CatalogAPITests {
    @Test("campaigns, classes, pools and forms are made, changed and listed")
    func catalog() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            @Sendable func create(_ path: String, _ json: String) async throws -> String {
                let answer = try await site.client.call("POST", path, token: token, json: json)
                #expect(answer.status == 201, "\(answer.text)")
                return answer.json["id"].text ?? ""
            }
            let source = try await create("/v1/sources", #"{"name":"Podcast"}"#)
            let again = try await site.client.call("POST", "/v1/sources", token: token, json: #"{"name":"podcast"}"#)
            #expect(again.status == 409)
            let productClass = try await create(
                "/v1/product-classes",
                #"{"name":"Telematics","defaultValue":{"minor":99,"currency":"EUR"}}"#
            )
            let campaign = try await create(
                "/v1/campaigns",
                #"{"name":"Fair","source":"\#(source)","productClass":"\#(productClass)","startsAt":"2026-11-22T10:30:00+01:00"}"#
            )
            let listed = try await site.client.call("GET", "/v1/campaigns", token: token)
            #expect(listed.json["items"][0]["startsAt"].text == "2026-11-22T09:30:00Z")
            let changed = try await site.client.call(
                "PUT",
                "/v1/campaigns/\(campaign)",
                token: token,
                json: #"{"name":"Autumn fair"}"#
            )
            #expect(changed.status == 204)
            _ = try await create(
                "/v1/pools",
                #"{"name":"North","strategy":"queue","dutyHolder":"\#(site.administrator)","members":["\#(site.administrator)"]}"#
            )
            let form = try await site.client.call(
                "POST",
                "/v1/forms",
                token: token,
                json: #"{"name":"F","source":"\#(source)","redirectURL":"javascript:1"}"#
            )
            #expect(form.json["errors"][0]["pointer"].text == "/redirectURL")
            let made = try await site.client.call(
                "POST",
                "/v1/forms",
                token: token,
                json: #"{"name":"F","source":"\#(source)","hosts":["acme.example"]}"#
            )
            #expect(try await site.client.get(try #require(made.json["path"].text)).status == 200)
        }
    }

    @Test("the policy comes back as it was given, and a process that would drop leads is refused")
    func policy() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let now = try await site.client.call("GET", "/v1/policy", token: token)
            #expect(now.headers["etag"] == "\"1\"")
            let set = try await site.client.call("PUT", "/v1/policy", token: token, json: now.text)
            #expect(set.json["version"].number == 2)
            #expect(try await site.client.call("GET", "/v1/policy", token: token).text == now.text)
            let broken = now.text.replacing("\"clock\":{\"kind\":\"first_response\",\"within\":14400000},", with: "")
            #expect(broken != now.text)
            let refused = try await site.client.call("PUT", "/v1/policy", token: token, json: broken)
            #expect(refused.json["code"].text == "process_would_drop_leads")
            let misspelt = try await site.client.call("PUT", "/v1/policy", token: token, json: #"{"process":{}}"#)
            #expect(misspelt.status == 422)
        }
    }

    @Test("every report answers as JSON and as CSV")
    func reports() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let names = try await site.client.call("GET", "/v1/reports", token: token).json["items"].items
            #expect(names.count >= 4)
            for name in names.compactMap({ $0["name"].text }) {
                let json = try await site.client.call("GET", "/v1/reports/\(name)", token: token)
                #expect(json.status == 200 && json.json["tables"].items.isEmpty == false, "\(name)")
                let csv = try await site.client.call("GET", "/v1/reports/\(name).csv", token: token)
                #expect(csv.headers["content-type"] == "text/csv; charset=utf-8", "\(name)")
            }
            #expect(try await site.client.call("GET", "/v1/reports/nonsense", token: token).status == 404)
            #expect(try await site.client.call("GET", "/v1/reports/funnel?asof=2026", token: token).status == 400)
        }
    }

    @Test("a file is kept, tried, started, and forgotten only while it is a draft")
    func imports() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let file = "Full Name,Email,Lead Source\r\nRosa Luxor,rosa@luxor.example,Web site\r\nBo,,\r\n"
            @Sendable func keep() async throws -> TestResponse {
                try await site.client.call(
                    "POST",
                    "/v1/imports?name=fair.csv",
                    token: token,
                    json: file,
                    headers: ["Content-Type": "text/csv"]
                )
            }
            let draft = try await keep()
            #expect(draft.status == 201)
            #expect(draft.json["rowsTotal"].number == 2)
            let path = try #require(draft.headers["location"])
            let trial = try await site.client.call("POST", "\(path)/dry-run", token: token)
            #expect(trial.json["rowsTried"].number == 2)
            #expect(trial.json["reasons"][0]["rows"].number == 1)
            let started = try await site.client.call("POST", "\(path)/start", token: token)
            #expect(started.status == 202)
            #expect(try await site.client.call("DELETE", path, token: token).status == 409)
            let other = try #require(try await keep().headers["location"])
            #expect(try await site.client.call("DELETE", other, token: token).status == 204)
            #expect(try await site.client.call("POST", "/v1/imports?mapping=none", token: token).status == 400)
        }
    }
}
