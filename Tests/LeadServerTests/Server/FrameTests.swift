import Foundation
import Testing

@Suite("What every answer carries")
struct FrameTests {
    @Test("a strict policy, and nothing about our own faults")
    func headers() async throws {
        try await TestSite.run { site in
            let page = try await site.client.get("/sign-in")
            #expect(page.status == 200)
            #expect(page.headers["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
            #expect(page.headers["x-content-type-options"] == "nosniff")
            #expect(page.headers["cache-control"] == "no-store")
            let health = try await site.client.get("/healthz")
            #expect(health.text == "ok\n")
        }
    }

    @Test("assets are kept for ever under the address that names their version")
    func assets() async throws {
        try await TestSite.run { site in
            let page = try await site.client.get("/sign-in").text
            let start = try #require(page.firstRange(of: "/assets/css/base.css?v="))
            let path = "/assets/css/base.css?v=\(page[start.upperBound...].prefix { $0 != "\"" })"
            let asset = try await site.client.get(path)
            #expect(asset.status == 200)
            #expect(asset.headers["cache-control"]?.contains("immutable") == true)
            #expect(asset.headers["content-type"] == "text/css; charset=utf-8")
            let tag = try #require(asset.headers["etag"])
            let plain = try await site.client.get("/assets/css/base.css", ["If-None-Match": tag])
            #expect(plain.status == 304)
            #expect(plain.headers["cache-control"] == "public, no-cache")
            #expect(try await site.client.get("/assets/..%2f..%2fopenapi.json").status == 404)
        }
    }

    @Test("more than a form may carry is refused")
    func tooLarge() async throws {
        try await TestSite.run { site in
            let answer = try await site.client.post(
                "/sign-in",
                form: [("email", String(repeating: "a", count: 1_100_000))]
            )
            #expect(answer.status == 413)
        }
    }
}
