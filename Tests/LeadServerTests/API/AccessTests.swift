import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Who may call what")
struct AccessTests {
    @Test("nobody calls the API without a token or a session; a revoked token is one no more")
    func tokens() async throws {
        try await TestSite.run { site in
            let none = try await site.client.call("GET", "/v1/leads", token: nil)
            #expect(none.status == 401 && none.headers["www-authenticate"] == "Bearer")
            #expect(try await site.client.call("GET", "/v1/leads", token: "bat_wrong").status == 401)
            let token = try await site.administratorToken
            let made = try await site.client.call("POST", "/v1/tokens", token: token, json: #"{"name":"shop"}"#)
            let secret = try #require(made.json["token"].text)
            #expect(secret.hasPrefix("bat_"))
            #expect(try await site.client.call("GET", "/v1/leads", token: secret).status == 200)
            let listed = try await site.client.call("GET", "/v1/tokens", token: token)
            #expect(!listed.text.contains(secret))
            #expect(listed.json["items"].items.first { $0["name"].text == "shop" }?["lastUsedAt"].text != nil)
            let path = try #require(made.headers["location"])
            #expect(try await site.client.call("DELETE", path, token: token).status == 204)
            site.clock.advance(.seconds(1))
            #expect(try await site.client.call("GET", "/v1/leads", token: secret).status == 401)
        }
    }

    @Test("a session calls the API only with its page's token")
    func session() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            #expect(try await browser.get("/v1/leads").status == 200)
            let json = Data(#"{"name":"Bo","source":"Web site"}"#.utf8)
            let headers = ["Cookie": "baton_session=\(browser.session)", "Content-Type": "application/json"]
            let forged = try await site.client.send("POST", "/v1/leads", headers: headers, body: json)
            #expect(forged.status == 403)
            let own = headers.merging(["X-CSRF-Token": browser.csrf]) { first, _ in first }
            #expect(try await site.client.send("POST", "/v1/leads", headers: own, body: json).status == 201)
        }
    }

    @Test(
        "a role's limits hold at the door, and a seller sees only what is theirs",
        arguments: [Role.insideSales, .partner]
    )
    func roles(_ role: Role) async throws {
        try await TestSite.run { site in
            let (_, token) = try await site.person(role)
            for (method, path, json) in [
                ("POST", "/v1/people", #"{"name":"Eve","email":"eve@example.com","role":"administrator"}"#),
                ("PUT", "/v1/policy", "{}"), ("POST", "/v1/sources", #"{"name":"Mine"}"#),
                ("GET", "/v1/submissions", nil), ("GET", "/v1/imports", nil),
            ] {
                #expect(try await site.client.call(method, path, token: token, json: json).status == 403, "\(path)")
            }
            let admin = try await site.administratorToken
            let captured = try await site.client.call(
                "POST",
                "/v1/leads",
                token: admin,
                json: #"{"name":"Bo","source":"Web site"}"#
            )
            let lead = try #require(captured.json["lead"].text)
            #expect(try await site.client.call("GET", "/v1/leads/\(lead)", token: token).status == 404)
            #expect(try await site.client.call("GET", "/v1/leads", token: token).json["items"].items.isEmpty)
            let audit = try await site.app.fetch(AuditList(), as: .system)
            #expect(audit.lines.contains { $0.refused == "not_permitted" && $0.command == "create_user" })
        }
    }

    @Test("the last administrator stays, and nobody leaves with open leads unless somebody takes over")
    func leaving() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let last = try await site.client.call(
                "PATCH",
                "/v1/people/\(site.administrator)",
                token: token,
                json: #"{"role":"manager"}"#
            )
            #expect(last.json["code"].text == "last_administrator")
            let (ina, _) = try await site.person(.insideSales, "Ina")
            let (bo, _) = try await site.person(.insideSales, "Bo")
            let captured = try await site.client.call(
                "POST",
                "/v1/leads",
                token: token,
                json: #"{"name":"Rosa","source":"Web site","owner":"Ina"}"#
            )
            let lead = "/v1/leads/\(try #require(captured.json["lead"].text))"
            let stuck = try await site.client.call(
                "PATCH",
                "/v1/people/\(ina)",
                token: token,
                json: #"{"active":false}"#
            )
            #expect(stuck.status == 409 && stuck.json["errors"][0]["pointer"].text == "/successor")
            let left = try await site.client.call(
                "PATCH",
                "/v1/people/\(ina)",
                token: token,
                json: #"{"active":false,"successor":"\#(bo)"}"#
            )
            #expect(left.status == 204)
            #expect(try await site.client.call("GET", lead, token: token).json["owner"]["name"].text == "Bo")
        }
    }
}
