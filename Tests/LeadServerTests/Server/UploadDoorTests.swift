import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Who may send a file")
struct UploadDoorTests {
    private static let type = "multipart/form-data; boundary=b"

    private static func field(_ name: String, _ value: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    private static func file(_ content: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n\(content)\r\n"
    }

    private static func post(
        _ site: TestSite,
        _ path: String,
        _ parts: [String],
        session: String? = nil
    ) async throws -> TestResponse {
        var headers = ["Content-Type": type]
        if let session { headers["Cookie"] = "baton_session=\(session)" }
        let body = Data((parts.joined() + "--b--\r\n").utf8)
        return try await site.client.send("POST", path, headers: headers, body: body)
    }

    @Test("a visitor's form stays in memory: a file in it is passed over, and a megabyte is the most")
    func visitors() async throws {
        try await TestSite.run { site in
            let form = [Self.field("email", "ada@example.com"), Self.field("password", TestSite.password)]
            let signedIn = try await Self.post(site, "/sign-in", form + [Self.file("a,b")])
            #expect(signedIn.status == 303)
            let large = Self.file(String(repeating: "x", count: 1_100_000))
            let refused = try await Self.post(site, "/sign-in", [large])
            #expect(refused.status == 413)
        }
    }

    @Test("a file is taken from those who may import, when the page's token stands before it")
    func upload() async throws {
        try await TestSite.run { site in
            let ada = try await Browser(site, "ada@example.com")
            let file = Self.file("Name,Email,Source\r\nAnn,ann@example.com,Web form")
            let token = Self.field("_csrf", ada.csrf)
            let mapping = Self.field("mapping", "auto")
            #expect(try await Self.post(site, "/imports", [mapping, file], session: ada.session).status == 403)
            #expect(try await Self.post(site, "/imports", [mapping, file, token], session: ada.session).status == 403)
            let kept = try await Self.post(site, "/imports", [token, mapping, file], session: ada.session)
            #expect(kept.status == 303)
            #expect(kept.headers["location"]?.hasSuffix("/mapping") == true)
            #expect(try await Self.post(site, "/account", [token, file], session: ada.session).status != 303)
        }
    }

    @Test("whoever may not import is refused before the body is read", arguments: [Role.partner, .insideSales])
    func role(_ role: Role) async throws {
        try await TestSite.run { site in
            let person = try NewPerson(name: "Pat", email: "pat@example.com", role: role)
            let hash = try await Password.hash(TestSite.password)
            try await site.app.perform(CreateUser(person, passwordHash: hash), as: .system)
            let pat = try await Browser(site, "pat@example.com")
            let parts = [Self.field("_csrf", pat.csrf), Self.file("a")]
            #expect(try await Self.post(site, "/imports", parts, session: pat.session).status == 403)
        }
    }

    @Test("G2: a dry run is asked for with a form; its address alone leads back to the columns")
    func dryRun() async throws {
        try await TestSite.run { site in
            let ada = try await Browser(site, "ada@example.com")
            let file = Self.file("Name,Email,Source\r\nAnn,ann@example.com,Web form")
            let parts = [Self.field("_csrf", ada.csrf), Self.field("mapping", "auto"), file]
            let mapping = try #require(
                try await Self.post(site, "/imports", parts, session: ada.session).headers["location"]
            )
            let trial = mapping.replacing("/mapping", with: "/dry-run")
            #expect(try await ada.get(trial).headers["location"] == mapping)
            let page = try await ada.get(mapping).text
            #expect(page.contains("formaction=\"\(trial)\""))
        }
    }
}
