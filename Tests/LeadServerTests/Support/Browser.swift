import Foundation
import Testing

/// Somebody who is signed in with a browser: sends the session and the token of the page.
struct Browser: Sendable {
    let client: TestClient
    let session: String
    let csrf: String

    init(_ site: TestSite, _ email: String, password: String = TestSite.password) async throws {
        client = site.client
        let answer = try await client.post("/sign-in", form: [("email", email), ("password", password)])
        session = try #require(answer.cookie("baton_session"))
        let page = try await client.get("/no-such-page", ["Cookie": "baton_session=\(session)"]).text
        let start = try #require(page.firstRange(of: "\"X-CSRF-Token\":\"")).upperBound
        csrf = String(page[start...].prefix { $0 != "\"" })
    }

    func get(_ path: String) async throws -> TestResponse {
        try await client.get(path, ["Cookie": "baton_session=\(session)"])
    }

    func post(_ path: String, _ form: [(String, String)], csrf token: String? = nil) async throws -> TestResponse {
        try await client.post(
            path,
            form: form + [("_csrf", token ?? csrf)],
            headers: ["Cookie": "baton_session=\(session)"]
        )
    }
}
