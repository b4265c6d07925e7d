import LeadApp
import LeadCore
import Testing

@testable import LeadServer

@Suite("How fast the API may be called")
struct RateLimitTests {
    @Test("each caller has a minute's allowance of their own, and gets a new one after it")
    func limiter() throws {
        let clock = TestClock()
        let limiter = RateLimiter(limit: 2) { clock.now }
        let first = try #require(limiter.take([1]))
        #expect(first.isAllowed && first.1.remaining == 1)
        clock.advance(.seconds(20))
        #expect(limiter.take([1])?.isAllowed == true)
        let over = try #require(limiter.take([1]))
        #expect(!over.isAllowed && over.1.remaining == 0 && over.1.wait == .seconds(40))
        #expect(limiter.take([2])?.isAllowed == true)
        clock.advance(.seconds(40))
        #expect(limiter.take([1])?.isAllowed == true)
        #expect(RateLimiter(limit: 0) { clock.now }.take([1]) == nil)
    }

    @Test("every answer says what is left; too many are refused with 429 and when to come again")
    func headers() async throws {
        try await TestSite.run(requestsPerMinute: 3) { site in
            let token = try await site.administratorToken
            let first = try await site.client.call("GET", "/v1/sources", token: token)
            #expect(first.headers["ratelimit-limit"] == "3" && first.headers["ratelimit-remaining"] == "2")
            #expect(first.headers["ratelimit-reset"] == "60")
            let refused = try await site.client.call("GET", "/v1/no-such", token: token)
            #expect(refused.status == 404)
            let missing = try await site.client.call("GET", "/v1/leads/\(site.administrator)", token: token)
            #expect(missing.status == 404 && missing.headers["ratelimit-remaining"] == "1")
            _ = try await site.client.call("GET", "/v1/sources", token: token)
            let over = try await site.client.call("GET", "/v1/sources", token: token)
            #expect(over.status == 429 && over.json["code"].text == "too_fast")
            #expect(over.headers["retry-after"] == "60" && over.headers["ratelimit-remaining"] == "0")
            let another = try await site.administratorToken
            #expect(try await site.client.call("GET", "/v1/sources", token: another).status == 429, "one's other token")
            let spelt = ["authorization": "bEARER \(token)"]
            #expect(
                try await site.client.call("GET", "/v1/sources", token: nil, headers: spelt).status == 429,
                "the same, spelt anew"
            )
            let other = try await site.person(.marketing).token
            #expect(try await site.client.call("GET", "/v1/sources", token: other).status == 200)
        }
    }
}
