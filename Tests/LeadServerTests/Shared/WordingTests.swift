import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("What pages call things")
struct WordingTests {
    /// Monday 17 November 2025, 10:00 UTC, with office hours from 9 to 17.
    private func wording(at now: Instant, _ site: TestSite) async throws -> Wording {
        let answer = try await site.app.fetch(LeadList(LeadFilter()), as: .system)
        return Wording(now: now, policy: answer.policy, directory: answer.directory)
    }

    @Test("A status has the colour of what it means, whatever a company calls it")
    func tones() async throws {
        try await TestSite.run { site in
            let words = try await wording(at: site.clock.now, site)
            let tones = words.policy.process.steps.map { words.status($0.status).tone }
            #expect(
                tones == [
                    "open", "active", "talking", "ready", "offered", "won", "parked", "closed", "closed", "won",
                ]
            )
            #expect(words.status("retired").label == "retired")
        }
    }

    @Test("A clock counts working time: a night uses nothing up")
    func clock() async throws {
        try await TestSite.run { site in
            let start = site.clock.now + .hours(6)
            let due = start + .hours(18) + .minutes(120)
            func view(_ hours: Int64) async throws -> ClockView {
                try await wording(at: start + .hours(hours), site)
                    .clock(.firstResponse, startedAt: start, dueAt: due, in: "open")
            }
            let night = try await view(10)
            #expect(night.remaining == "3 h left")
            #expect(night.used == 250)
            #expect(night.tone == "ok")
            #expect(try await view(19).tone == "warn")
            let late = try await view(24)
            #expect(late.remaining == "4 h over")
            #expect(late.tone == "late")
            #expect(late.used == 1000)
            #expect(late.policy == "4 h of working time · Office hours (UTC)")
        }
    }

    @Test("A pool is shown with who is on duty, a person without")
    func holders() async throws {
        try await TestSite.run { site in
            let words = try await wording(at: site.clock.now, site)
            #expect(words.holder(.person(site.administrator)).duty == nil)
            #expect(words.holder(.person(site.administrator)).initials == "AA")
            let pool = try #require(words.directory.pools.keys.first)
            #expect(words.holder(.pool(pool)).duty == "Ada Admin")
        }
    }

    @Test(
        "Initials come from the first and the last word",
        arguments: [
            ("Grace Brewster Hopper", "GH"), ("Cher", "C"), ("", "?"), ("  ", "?"), ("émile zola", "ÉZ"),
        ]
    )
    func initials(name: String, initials: String) {
        #expect(Initials.of(name) == initials)
    }
}
