import LeadCore
import LeadInsight
import Testing

@Suite("Processing time")
struct ProcessingTests {
    @Test("I1: total time to processed equals a plain recomputation", arguments: 1...5, GroupBy.allCases)
    func equalsPlainRecomputation(seed: Int, groupBy: GroupBy) {
        var random = SeededRandom(seed: UInt64(seed))
        let life = PlainLife(seed: UInt64(seed))
        for asOf in [Int64(500_000), 1_200_000, 9_000_000] {
            let wanted = asOf == 1_200_000 ? nil : PlainFilter(random: &random)
            let filter = wanted?.filter(life.columns) ?? .all
            let report = ProcessingReport(life.columns, by: groupBy, Scope(filter, at: asOf))
            let leads = life.business.world.leads.filter { wanted?.accepts($0, asOf: asOf) ?? ($0.created <= asOf) }
            let groups = Dictionary(grouping: leads) { PlainWorld.group(of: $0, groupBy, asOf: asOf) }
            #expect(report.rows.count == groups.count)
            for row in report.rows {
                let all = groups[groupBy.key(row.group, life.columns)] ?? []
                let times = all.compactMap { lead in
                    lead.statuses.first { PlainWorld.closed.contains($0.status) && $0.at <= asOf }
                        .map { (lead.created, $0.at) }
                }
                let ages = all.filter { lead in
                    !lead.statuses.contains { PlainWorld.closed.contains($0.status) && $0.at <= asOf }
                }.map { asOf - $0.created }
                #expect(row.wall == Plain.summary(times.map { $1 - $0 }))
                #expect(row.working == Plain.summary(times.map { PlainWorld.working($0, $1) }))
                #expect(row.sitting == Plain.summary(ages))
                let together = times.map { $1 - $0 } + ages
                #expect(row.medianWithSitting == Plain.percentile(tenths: 5, together))
            }
        }
    }

    @Test("I1: accepted counts as processed, however open it is")
    func accepted() {
        var kinds = PlainLife.kinds
        kinds["working"] = .accepted
        let life = PlainLife(seed: 3, kinds: kinds)
        let asOf = Int64(9_000_000)
        let report = ProcessingReport(life.columns, Scope(at: asOf))
        let ends: Set<String> = ["working", "won", "lost"]
        let processed = life.business.world.leads.filter { $0.statuses.contains { ends.contains($0.status) } }
        #expect(report.rows.first?.wall?.count == processed.count)
    }
}
