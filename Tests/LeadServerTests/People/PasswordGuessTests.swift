import LeadApp
import LeadCore
import Testing

@Suite("Guessing the present password")
struct PasswordGuessTests {
    @Test("J6: five wrong guesses at the old password close that door for a while; weak new ones do not")
    func guesses() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            func change(_ old: String, _ new: String = "another long secret") async throws -> TestResponse {
                try await browser.post("/account/password", [("old", old), ("password", new)])
            }
            for _ in 0..<6 { #expect(try await change(TestSite.password, "short").status == 422) }
            for _ in 0..<5 { #expect(try await change("wrong").status == 422) }
            let over = try await change(TestSite.password)
            #expect(over.status == 429)
            #expect(over.headers["retry-after"] == "900")
            #expect(over.text.contains("Too many failed attempts."))
            site.clock.advance(.minutes(16))
            #expect(try await change(TestSite.password).status == 303)
        }
    }
}
