import LeadApp
import LeadCore
import Testing

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
}
