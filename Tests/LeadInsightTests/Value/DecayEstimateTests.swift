import Foundation
import LeadCore
import Testing

@testable import LeadInsight

@Suite("The workspace's own half-life")
struct DecayEstimateTests {
    /// Leads whose chance halves in a known time; delays as people have them, many short and some long.
    private func world(_ seed: UInt64, halfLife: Double, chance: Double, leads: Int) -> [DecayObservation] {
        var random = SeededRandom(seed: seed)
        return (0..<leads).map { _ in
            let hours = -Foundation.log(1 - Double.random(in: 0..<1, using: &random)) * 8
            let converted = Double.random(in: 0..<1, using: &random) < chance * pow(0.5, hours / halfLife)
            return DecayObservation(hours: hours, converted: converted)
        }
    }

    @Test(
        "X14, D2: a known half-life lies in the stated 95 % interval in at least 90 of 100 worlds",
        arguments: [(2.0, 0.6), (5.0, 0.4), (15.0, 0.3)]
    )
    func recovered(halfLife: Double, chance: Double) {
        var covered = 0
        for seed in 1...100 {
            let fit = DecayEstimate.fit(world(UInt64(seed), halfLife: halfLife, chance: chance, leads: 1200))
            guard let fit, fit.low <= halfLife, fit.high ?? .infinity >= halfLife else { continue }
            covered += 1
        }
        #expect(covered >= 90, "covered in \(covered) of 100")
        #expect(covered < 100, "an interval that always covers is too wide")
    }

    @Test("X14: more leads make the interval narrower, and the estimate near")
    func narrower() throws {
        let few = try #require(DecayEstimate.fit(world(7, halfLife: 5, chance: 0.5, leads: 600)))
        let many = try #require(DecayEstimate.fit(world(7, halfLife: 5, chance: 0.5, leads: 20_000)))
        #expect((many.high ?? .infinity) - many.low < ((few.high ?? .infinity) - few.low) / 3)
        #expect(abs(many.halfLife - 5) < 0.4)
        #expect(abs(many.chance - 0.5) < 0.03)
    }

    @Test("X14: the maximum and the interval are those of a plain search over the likelihood")
    func plain() throws {
        let world = world(3, halfLife: 6, chance: 0.4, leads: 800)
        let fit = try #require(DecayEstimate.fit(world))
        func profile(_ lambda: Double) -> Double {
            var best = -Double.infinity
            for step in 1...600 {
                let p = Double(step) / 600.0
                var sum = 0.0
                for each in world {
                    let chance = p * Foundation.exp(-lambda * each.hours)
                    sum += each.converted ? Foundation.log(chance) : Foundation.log(max(1 - chance, 1e-300))
                }
                best = max(best, sum)
            }
            return best
        }
        let found = profile(Foundation.log(2) / fit.halfLife)
        #expect(profile(Foundation.log(2) / fit.halfLife * 1.1) < found)
        #expect(profile(Foundation.log(2) / fit.halfLife / 1.1) < found)
        for end in [fit.low, try #require(fit.high)] {
            #expect(abs(found - profile(Foundation.log(2) / end) - 1.9207) < 0.06)
        }
    }

    @Test("X14: where waiting costs nothing, or too little is known, nothing is claimed")
    func nothing() {
        var random = SeededRandom(seed: 5)
        var sure = 0
        for seed in 1...40 {
            var random = SeededRandom(seed: UInt64(seed))
            let flat = (0..<600).map { _ in
                DecayObservation(
                    hours: Double.random(in: 0..<40, using: &random),
                    converted: Double.random(in: 0..<1, using: &random) < 0.3
                )
            }
            if let fit = DecayEstimate.fit(flat), WaitingPolicy.standard.trusts(fit) { sure += 1 }
        }
        #expect(sure <= 2)
        let few = (0..<15).map { _ in DecayObservation(hours: Double.random(in: 0..<9, using: &random), converted: true)
        }
        #expect(DecayEstimate.fit(few) == nil)
        #expect(DecayEstimate.fit([]) == nil)
    }

    @Test("X14: the report counts answered and decided leads as a plain recomputation does", arguments: 1...3)
    func report(seed: Int) {
        let life = PlainLife(seed: UInt64(seed))
        let asOf = Int64(1_200_000)
        let report = DecayReport(life.columns, Scope(at: asOf))
        let answered = life.business.world.leads.indices.filter { lead in
            let clocks = life.business.clocks.filter {
                $0.lead == lead && $0.kind == "first_response" && $0.started <= asOf
            }
            guard let first = clocks.min(by: { $0.started < $1.started }) else { return false }
            return first.stopped.map { $0 <= asOf } ?? false
        }
        #expect(report.answered == answered.count)
        #expect(report.decided <= report.answered)
    }
}
