import LeadCore
import Testing

@testable import LeadInsight

@Suite("The cherry-picking meter")
struct CherryPickingTests {
    /// Leads that a person served in some order: by chance, or the valuable ones first.
    private func row(_ seed: UInt64, leads: Int, picks share: Double) -> CherryPickingReport.Row? {
        var random = SeededRandom(seed: seed)
        var columns = Columns { from, to in to - from }
        let kind = columns.clockKinds.code("first_response")
        let owner = columns.owners.code("person:ann")
        for number in 1...UInt64(leads) {
            let created = Instant(milliseconds: Int64(number) * 3_600_000)
            let lead = columns.putLead(Lead.ID(high: 0, low: number), LeadFacts(created: created))
            columns.assign(owner, to: lead, at: created)
            let id = Clock.ID(high: 1, low: number)
            columns.startClock(id, ClockFacts(lead: lead, kind: kind, owner: owner, started: created, due: created))
            let value = Int64.random(in: 1...100_000, using: &random)
            columns.setWorth(value, ofClock: id)
            var hours = Double.random(in: 0.1..<16, using: &random)
            if Double.random(in: 0..<1, using: &random) < share { hours = value > 70_000 ? hours / 8 : 8 + hours / 2 }
            let answered = created + Span(milliseconds: Int64(hours * 3_600_000))
            columns.stopClock(id, at: answered, met: true)
        }
        let end = Instant(milliseconds: Int64(leads + 100) * 3_600_000)
        return CherryPickingReport(columns, Scope(asOf: end)).rows.first
    }

    @Test("X10, E9: of 400 fair people at most a few in a hundred are flagged, as stated")
    func fair() {
        let flagged = (1...400).count { row(UInt64($0), leads: 60, picks: 0)?.verdict == .flagged }
        // 1 % of 400 are 4; more than 11 happen by chance once in a thousand times.
        #expect(flagged <= 11, "\(flagged) of 400 fair people flagged")
    }

    @Test("X10, E9: who picks is flagged, nearly always with 100 leads")
    func picker() {
        let flagged = (1...100).count { row(UInt64($0 + 5000), leads: 100, picks: 0.7)?.verdict == .flagged }
        #expect(flagged >= 95, "\(flagged) of 100 pickers flagged")
        let index = row(5001, leads: 300, picks: 1)?.index ?? 0
        #expect(index > 0.5)
    }

    @Test("X10: below thirty leads nobody is judged")
    func few() {
        let row = self.row(1, leads: 29, picks: 1)
        #expect(row?.verdict == .tooFew)
        #expect(row?.chance == nil)
        #expect(row?.leads == 29)
    }

    @Test("X10: the rank correlation is the textbook's, ties and all")
    func correlation() {
        #expect(RankTest([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]).correlation == -1)
        // Ranks 1.5, 1.5, 3, 4 against 1, 2, 3, 4: covariance 4.5, spreads 4.5 and 5.
        let tied = RankTest([1, 1, 3, 9], [1, 2, 3, 4]).correlation ?? 0
        #expect(abs(tied - 4.5 / (4.5 * 5).squareRoot()) < 1e-12)
        #expect(RankTest([1, 1], [1, 2]).correlation == nil)
        #expect(RankTest([1, 2, 3], [3, 2, 1]) == RankTest([1, 2, 3], [3, 2, 1]), "the same every time")
    }

    @Test("X10: medians and skips by tenth equal a plain recomputation")
    func deciles() throws {
        let row = try #require(self.row(9, leads: 200, picks: 0.5))
        #expect(row.deciles.map(\.decile) == Array(1...10))
        #expect(row.deciles.map(\.leads).reduce(0, +) == 200)
        #expect(row.deciles.allSatisfy { (18...22).contains($0.leads) })
        let (low, high) = (row.deciles[0].median?.milliseconds ?? 0, row.deciles[9].median?.milliseconds ?? 0)
        #expect(low > 2 * high)
    }
}
