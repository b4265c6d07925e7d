import LeadApp
import LeadCore
import Testing

@Suite("Signing in")
struct SignInTests {
    @Test("who knows the password gets a session that no script can read")
    func signIn() async throws {
        try await TestSite.run { site in
            let answer = try await site.client.post(
                "/sign-in",
                form: [("email", "ADA@example.com "), ("password", TestSite.password), ("next", "/board")]
            )
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "/board")
            let cookie = try #require(answer.headers["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let session = try #require(answer.cookie("baton_session"))
            let again = try await site.client.get("/sign-in", ["Cookie": "baton_session=\(session)"])
            #expect(again.headers["location"] == "/today")
        }
    }

    @Test("a wrong password and an unknown address get the same answer, and nobody is sent to another site")
    func refused() async throws {
        try await TestSite.run { site in
            let wrong = try await site.client.post("/sign-in", form: [("email", "ada@example.com"), ("password", "x")])
            let unknown = try await site.client.post(
                "/sign-in",
                form: [("email", "eve@example.com"), ("password", "x")]
            )
            #expect(wrong.status == 422 && unknown.status == 422)
            #expect(wrong.text.replacing("ada@", with: "eve@") == unknown.text)
            let away = try await site.client.post(
                "/sign-in",
                form: [("email", "ada@example.com"), ("password", TestSite.password), ("next", "//evil.example")]
            )
            #expect(away.headers["location"] == "/today")
        }
    }

    @Test("five failures from one address close the door for fifteen minutes, there alone")
    func rateLimit() async throws {
        try await TestSite.run { site in
            @Sendable func attempt(_ password: String, from address: String) async throws -> Int {
                try await site.client.post(
                    "/sign-in",
                    form: [("email", "ada@example.com"), ("password", password)],
                    headers: ["X-Forwarded-For": address]
                ).status
            }
            for _ in 1...5 {
                let status = try await attempt("wrong", from: "192.0.2.1")
                #expect(status == 422)
            }
            #expect(try await attempt(TestSite.password, from: "192.0.2.1") == 429)
            #expect(try await attempt(TestSite.password, from: "192.0.2.2") == 303)
            site.clock.advance(.minutes(15))
            #expect(try await attempt(TestSite.password, from: "192.0.2.1") == 303)
        }
    }

    @Test("signing out ends the session, and only with the page's own token")
    func signOut() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            #expect(try await browser.post("/sign-out", [], csrf: "").status == 403)
            #expect(try await browser.post("/sign-out", []).headers["location"] == "/sign-in")
            #expect(try await browser.get("/sign-in").status == 200)
        }
    }

    @Test("visitors are sent to the sign-in page and back")
    func visitor() async throws {
        try await TestSite.run { site in
            let answer = try await site.client.get("/setup/no-such-link")
            #expect(answer.status == 404)
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(try await site.client.get("/").headers["location"] == "/today")
        }
    }
}

@Suite("Links that let somebody in once")
struct SetUpTests {
    @Test("a person sets a password with the link, which then is worth nothing")
    func passwordLink() async throws {
        try await TestSite.run { site in
            let link = Secret.random()
            try await site.app.perform(
                CreateUser(try NewPerson(name: "Ina", email: "ina@example.com", role: .insideSales), link: link),
                as: .system
            )
            let short = try await site.client.post("/setup/\(link.text)", form: [("password", "short")])
            #expect(short.status == 422)
            let done = try await site.client.post("/setup/\(link.text)", form: [("password", "a long password")])
            #expect(done.status == 303 && done.cookie("baton_session") != nil)
            #expect(try await site.client.get("/setup/\(link.text)").status == 404)
            let signIn = try await site.client.post(
                "/sign-in",
                form: [("email", "ina@example.com"), ("password", "a long password")]
            )
            #expect(signIn.status == 303)
        }
    }

    @Test("a link is good for three days")
    func linkAges() async throws {
        try await TestSite.run { site in
            let link = Secret.random()
            try await site.app.perform(IssuePasswordLink(for: site.administrator, link), as: .system)
            #expect(try await site.client.get("/setup/\(link.text)").status == 200)
            site.clock.advance(.days(3))
            #expect(try await site.client.get("/setup/\(link.text)").status == 404)
        }
    }
}
