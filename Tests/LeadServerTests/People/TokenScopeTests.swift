import LeadApp
import LeadCore
import Testing

@Suite("Tokens that may do less than their person")
struct TokenScopeTests {
    private static let lead = #"{"name": "Ada", "email": "ada@shop.example", "source": "Web form"}"#

    private func token(_ scope: TokenScope, _ site: TestSite) async throws -> String {
        let json = #"{"name": "Shop", "scope": "\#(scope.rawValue)"}"#
        let made = try await site.client.call("POST", "/v1/tokens", token: site.administratorToken, json: json)
        #expect(made.status == 201)
        return try #require(made.json["token"].text)
    }

    @Test("A2: a token that sends leads sends them, and sees and changes nothing")
    func capture() async throws {
        try await TestSite.run { site in
            let token = try await token(.capture, site)
            let sent = try await site.client.call("POST", "/v1/leads", token: token, json: Self.lead)
            #expect(sent.status == 201)
            let batch = try await site.client.call("POST", "/v1/leads:batch", token: token, json: "[\(Self.lead)]")
            #expect(batch.status == 200)
            for (method, path) in [("GET", "/v1/leads"), ("GET", "/v1/policy"), ("POST", "/v1/tokens")] {
                let json = method == "POST" ? #"{"name": "More"}"# : nil
                let answer = try await site.client.call(method, path, token: token, json: json)
                #expect(answer.status == 403, "\(method) \(path)")
                #expect(answer.json["code"].text == "token_scope")
            }
        }
    }

    @Test("A2: a token that reads changes nothing, and makes no token that may do more")
    func read() async throws {
        try await TestSite.run { site in
            let token = try await token(.read, site)
            #expect(try await site.client.call("GET", "/v1/leads", token: token).status == 200)
            for path in ["/v1/leads", "/v1/tokens"] {
                let json = path == "/v1/leads" ? Self.lead : #"{"name": "More"}"#
                let answer = try await site.client.call("POST", path, token: token, json: json)
                #expect(answer.status == 403, "\(path)")
                #expect(answer.json["code"].text == "token_scope")
            }
        }
    }

    @Test("A2: an unknown scope is refused, and a token without one may do what its person may")
    func others() async throws {
        try await TestSite.run { site in
            let administrator = try await site.administratorToken
            let wrong = try await site.client.call(
                "POST",
                "/v1/tokens",
                token: administrator,
                json: #"{"name": "Shop", "scope": "all"}"#
            )
            #expect(wrong.status == 422)
            #expect(try await site.client.call("GET", "/v1/tokens", token: administrator).status == 200)
        }
    }
}
