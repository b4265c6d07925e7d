import LeadCore
import LeadInsight
import Testing

@Suite("Value by time until the first response")
struct DelayReportTests {
    private static let limits = [Int64(40_000), 120_000]

    @Test("D2: what became of leads by how long they waited equals a plain recomputation", arguments: 1...5)
    func equalsPlainRecomputation(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let life = PlainLife(seed: UInt64(seed))
        for asOf in [Int64(500_000), 1_200_000, 9_000_000] {
            let wanted = asOf == 1_200_000 ? nil : PlainFilter(random: &random)
            let filter = wanted?.filter(life.columns) ?? .all
            let limits = Self.limits.map(Span.init)
            let report = DelayReport(life.columns, limits: limits, Scope(filter, at: asOf))
            var groups: [[PlainWorld.Lead]] = [[], [], [], []]
            for (number, lead) in life.business.world.leads.enumerated() {
                guard wanted?.accepts(lead, asOf: asOf) ?? (lead.created <= asOf) else { continue }
                let clocks = life.business.clocks.filter {
                    $0.lead == number && $0.kind == "first_response" && $0.started <= asOf
                }
                guard let first = clocks.min(by: { $0.started < $1.started }) else { continue }
                if let stopped = first.stopped, stopped <= asOf {
                    let delay = stopped - first.started
                    groups[delay <= 40_000 ? 0 : delay <= 120_000 ? 1 : 2].append(lead)
                } else {
                    groups[3].append(lead)
                }
            }
            #expect(report.rows.count == groups.filter { !$0.isEmpty }.count)
            for (row, leads) in zip(report.rows, groups.filter { !$0.isEmpty }) {
                let ids = Set(leads.map(\.id))
                let wins = life.business.deals.filter { deal in
                    deal.won.map { $0 <= asOf } == true
                        && life.business.origin(of: deal).map { ids.contains($0.id) } == true
                }
                #expect(row.leads == leads.count)
                #expect(row.sold == Set(wins.map { life.business.origin(of: $0)!.id }).count)
                #expect(row.realised == Amounts(adding: wins.map(\.amount)))
            }
        }
    }
}
