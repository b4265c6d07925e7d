import LeadApp
import LeadCore
import Testing

@testable import LeadStore

@Suite("Today")
struct TodayTests {
    @Test("F1: the numbers over a work list are true, whatever is shown of it")
    func counts() async throws {
        let place = try await Workplace()
        for n in 0..<3 {
            try await place.capture {
                $0.name = "Person \(n)"
                $0.email = "p\(n)@x.example"
                $0.company = "Firm \(n)"
            }
        }
        let before = try await place.app.fetch(Today(), as: Workplace.actor(Workplace.ann))
        #expect(before.dueTodayCount == before.dueToday.count)
        #expect(before.overdueCount == 0)
        #expect(before.dueToday.count == 2)

        place.advance(.days(1))
        let after = try await place.app.fetch(Today(), as: Workplace.actor(Workplace.ann))
        #expect(after.overdueCount == 2)
        #expect(after.overdue.count == 2)
    }

    @Test("F1: what waits in a pool past first touch is on its duty holder's and its members' lists")
    func pools() async throws {
        let place = try await Workplace()
        let id = try await place.lead()
        try await place.app.perform(
            LogAttempt(
                lead: id,
                attempt: Attempt(channel: .phone, outcome: .noAnswer),
                next: NextStep(what: "Call again", dueAt: place.now + .hours(2))
            ),
            as: .system
        )
        // The pool takes turns and gives nothing to itself, so put it there as a decline would.
        _ = try await place.app.database.write(as: .system) { tx in
            try tx.run("UPDATE leads SET owner = \(Owner.pool(Workplace.pool)) WHERE id = \(id)")
        }
        for (user, sees) in [(Workplace.manager, true), (Workplace.ben, true), (Workplace.fay, false)] {
            let today = try await place.app.fetch(Today(), as: Workplace.actor(user))
            #expect(today.dueToday.map(\.id) == (sees ? [id] : []))
            #expect(today.dueTodayCount == (sees ? 1 : 0))
        }
        place.advance(.days(2))
        let late = try await place.app.fetch(Today(), as: Workplace.actor(Workplace.manager))
        #expect(late.overdue.map(\.id) == [id])
        #expect(late.overdueCount == 1)
    }

    @Test("F1: however much is overdue, what is due today is shown")
    func room() async throws {
        let place = try await Workplace()
        for n in 0..<Today.limit + 3 {
            try await place.capture {
                $0.name = "Person \(n)"
                $0.email = "p\(n)@x.example"
                $0.company = "Firm \(n)"
                $0.owner = "Fay Field"
            }
        }
        place.advance(.days(1))
        let fresh = try await place.lead { $0.owner = "Fay Field" }
        let today = try await place.app.fetch(Today(), as: Workplace.actor(Workplace.fay))
        #expect(today.overdue.count == Today.limit)
        #expect(today.overdueCount == Today.limit + 3)
        #expect(today.dueToday.map(\.id) == [fresh])
        #expect(today.dueTodayCount == 1)
    }
}
