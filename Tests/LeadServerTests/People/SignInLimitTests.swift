import LeadApp
import LeadCore
import Testing

@Suite("Guessing passwords")
struct SignInLimitTests {
    private static func guess(_ site: TestSite, _ email: String, from address: String) async throws -> TestResponse {
        try await site.client.post(
            "/sign-in",
            form: [("email", email), ("password", "wrong")],
            headers: ["X-Forwarded-For": address]
        )
    }

    @Test("guesses at the same time are counted like guesses in turn, and the refusal says when to come again")
    func parallel() async throws {
        try await TestSite.run { site in
            let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for _ in 0..<20 { group.addTask { try await Self.guess(site, "ada@example.com", from: "192.0.2.9") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter { $0.status == 422 }.count == 5)
            let refused = answers.filter { $0.status == 429 }
            #expect(refused.count == 15)
            #expect(refused.allSatisfy { $0.headers["retry-after"] == "900" })
        }
    }

    @Test("many addresses of mail from one place are limited together; who knows the password does not use that up")
    func perAddress() async throws {
        try await TestSite.run { site in
            let signIn = SignIn(site.app)
            for _ in 0..<60 {
                _ = try await signIn(email: "ada@example.com", password: TestSite.password, address: "192.0.2.7")
            }
            for number in 0..<50 {
                await #expect(throws: Refusal.self) {
                    try await signIn(email: "x\(number)@example.com", password: "wrong", address: "192.0.2.7")
                }
            }
            await #expect(throws: RateLimited.self) {
                try await signIn(email: "x50@example.com", password: "wrong", address: "192.0.2.7")
            }
        }
    }
}
