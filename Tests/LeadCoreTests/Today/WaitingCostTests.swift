import Foundation
import LeadCore
import Testing

@Suite("What waiting costs")
struct WaitingCostTests {
    private func order(_ now: Instant, fit: DecayFit? = nil) throws -> WorkOrder {
        let calendar = try PlainCalendar().calendar
        return WorkOrder(
            policy: Policy(version: 1, calendar: calendar),
            calendars: Calendars(calendar),
            fit: fit,
            now: now
        )
    }

    private func candidate(
        _ id: UInt64,
        amount: Int64?,
        since: Instant,
        due: Instant,
        untouched: Bool = true
    ) -> WorkCandidate {
        WorkCandidate(
            lead: Lead.ID(high: 0, low: id),
            kind: untouched ? .new : .working,
            isUntouched: untouched,
            since: since,
            dueAt: due,
            owner: .person(1),
            grade: nil,
            amount: amount.map { Money(minor: $0, currency: "EUR") }
        )
    }

    @Test("X14: the curve halves in each half-life, and its hazard is what goes in an hour", arguments: [0.5, 5, 40])
    func curve(halfLife: Double) {
        let curve = DecayCurve(halfLife: halfLife)
        for hours in [0, 0.25, 1, 5, 33.3, 200] {
            #expect(abs(curve.survival(hours) - pow(0.5, hours / halfLife)) < 1e-12)
            let slope = (curve.survival(hours) - curve.survival(hours + 1e-6)) / 1e-6
            #expect(abs(slope - curve.survival(hours) * curve.hazard) < 1e-5)
        }
    }

    @Test("X14: exponentials and logarithms are those of the C library")
    func elementary() {
        for x in stride(from: -50.0, through: 50, by: 0.37) {
            #expect(abs(Elementary.exp(x) / Foundation.exp(x) - 1) < 1e-13)
        }
        for x in [1e-9, 0.3, 0.5, 1, 1.5, 2, 7.7, 1e6] {
            #expect(abs(Elementary.log(x) - Foundation.log(x)) < 1e-12)
        }
    }

    @Test("C7: cost is value × chance × what is left × the hazard, by working time")
    func cost() throws {
        let monday = LeadOnDesk.monday9
        let now = monday + .hours(2)
        let friday = monday - .days(3) + .hours(7)
        let cost = try order(now).cost(candidate(1, amount: 100_000, since: friday, due: now))
        // Friday 16:00 to Monday 11:00 are three working hours; 5 % of 1,000 are 50.
        #expect(cost.reason == .untouched(hours: 3))
        #expect(cost.expected == 5000)
        #expect(abs((cost.perHour ?? 0) - 5000 * pow(0.5, 3 / 5.0) * Foundation.log(2) / 5) < 1e-9)
        let late = try order(now).cost(
            candidate(2, amount: 100_000, since: friday, due: monday, untouched: false)
        )
        #expect(late.reason == .overdue(hours: 2))
        #expect(abs((late.perHour ?? 0) - 8000 * pow(0.5, 2 / 40.0) * Foundation.log(2) / 40) < 1e-9)
        let early = try order(now).cost(
            candidate(3, amount: 100_000, since: friday, due: now + .hours(1), untouched: false)
        )
        #expect(early.reason == .due(now + .hours(1)))
        #expect(early.perHour == 0)
    }

    @Test("C7: the dearest comes first, what nobody knows last, and of these the longest due")
    func sorted() throws {
        let now = LeadOnDesk.monday9 + .hours(3)
        let candidates = [
            candidate(1, amount: nil, since: now, due: now - .hours(1)),
            candidate(2, amount: 10_000, since: now, due: now),
            candidate(3, amount: 900_000, since: now, due: now + .hours(1), untouched: false),
            candidate(4, amount: 20_000, since: now, due: now),
            candidate(5, amount: nil, since: now, due: now - .hours(2)),
        ]
        let ids = try order(now).sorted(candidates).map(\.candidate.lead.low)
        #expect(ids == [4, 2, 3, 5, 1])
    }

    @Test("X14: a fit is used when its interval is narrow enough, and not before")
    func trust() {
        let policy = WaitingPolicy.standard
        func curve(_ low: Double, _ high: Double?) -> Double {
            policy.curve(DecayFit(halfLife: 8, low: low, high: high, chance: 0.2, leads: 900, sales: 90)).halfLife
        }
        #expect(policy.curve(nil).halfLife == 5)
        #expect(curve(5, 14) == 8)
        #expect(curve(4, 14) == 5)
        #expect(curve(4, nil) == 5)
    }
}
