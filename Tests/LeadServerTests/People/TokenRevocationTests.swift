import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Tokens that shall not come back")
struct TokenRevocationTests {
    @Test("J6: the tokens of somebody who left stay dead when they come back")
    func leaver() async throws {
        try await TestSite.run { site in
            let (user, token) = try await site.person(.marketing)
            #expect(try await site.client.call("GET", "/v1/leads", token: token).status == 200)
            for active in [false, true] {
                var command = UpdateUser(user: user)
                command.active = active
                site.clock.advance(.seconds(2))
                try await site.app.perform(command, as: .system)
                #expect(try await site.client.call("GET", "/v1/leads", token: token).status == 401)
            }
        }
    }

    @Test("J6: a new password revokes one's tokens when one says so, and not otherwise", arguments: ["keep", "revoke"])
    func password(tokens: String) async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let browser = try await Browser(site, "ada@example.com")
            let answer = try await browser.post(
                "/account/password",
                [("old", TestSite.password), ("password", "another long secret"), ("tokens", tokens)]
            )
            #expect(answer.status == 303)
            let status = try await site.client.call("GET", "/v1/leads", token: token).status
            #expect(status == (tokens == "keep" ? 200 : 401))
        }
    }
}
