import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadInsight
import LeadStore
import Testing

@Suite("Reports follow clocks that move")
struct MovedClocksTests {
    @Test(
        "D2: a clock that is paused between two looks at the reports has moved there too, as if they were loaded anew"
    )
    func paused() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        #expect(try await workplace.app.fetch(ClockDues(), as: .system) == [Workplace.start + .hours(4)])
        let until = workplace.now + .days(7)
        try await workplace.app.perform(
            PauseClock(lead: id, until: until, reason: "On holiday"),
            as: Workplace.actor(Workplace.ann)
        )
        #expect(try await workplace.app.fetch(ClockDues(), as: .system) == [until + .hours(4)])
        let path = workplace.directory.appending(path: "baton.sqlite").path
        let anew = try await App.open(TestEngine.place(path), clock: { Workplace.start })
        #expect(try await anew.fetch(ClockDues(), as: .system) == [until + .hours(4)])
    }
}

/// The due times of all clocks as the report columns hold them.
private struct ClockDues: Query {
    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [Instant] {
        try desk.insight.ask(snapshot, desk.policy) { columns in
            columns.clocks.due.map { Instant(milliseconds: $0) }
        }
    }
}
