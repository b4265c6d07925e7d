import LeadCore
import LeadInsight
import Testing

@Suite("Service levels")
struct ClockReportTests {
    @Test(
        "D2: equals a plain recomputation, for any group, filter and as-of date",
        arguments: 1...4,
        GroupBy.allCases
    )
    func equalsPlainRecomputation(seed: Int, groupBy: GroupBy) {
        var random = SeededRandom(seed: UInt64(seed))
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        for asOf in [Int64(300_000), 900_000, 5_000_000] {
            let wanted = PlainFilter(random: &random)
            let report = ClockReport(columns, by: groupBy, Scope(wanted.filter(columns), at: asOf))
            let clocks = business.clocks.filter {
                $0.started <= asOf && wanted.accepts(business.world.leads[$0.lead], asOf: asOf)
            }
            let groups = Dictionary(grouping: clocks) { clock in
                let lead = business.world.leads[clock.lead]
                let group = groupBy == .owner ? clock.owner : PlainWorld.group(of: lead, groupBy, asOf: asOf)
                return [clock.kind, group]
            }
            #expect(report.rows.count == groups.count)
            for row in report.rows {
                let key = [columns.clockKinds.keys[Int(row.kind)], groupBy.key(row.group, columns)]
                let clocks = groups[key] ?? []
                let stopped = clocks.filter { $0.stopped.map { $0 <= asOf } ?? false }
                let running = clocks.filter { $0.stopped.map { $0 > asOf } ?? true }
                let met = stopped.filter(\.met)
                let late = stopped.filter { !$0.met && $0.stopped! > $0.due }
                let overdue = running.filter { $0.due < asOf }
                #expect(row.started == clocks.count)
                #expect(row.met == met.count)
                #expect(row.breached == late.count + overdue.count)
                #expect(row.overdue == overdue.count)
                #expect(row.running == running.count - overdue.count)
                #expect(row.withdrawn == stopped.count - met.count - late.count)
                #expect(row.met + row.breached + row.running + row.withdrawn == row.started)
                let known = met.count + late.count + overdue.count
                #expect(row.shareMet == (known > 0 ? Double(met.count) / Double(known) : nil))
                #expect(row.time == Plain.summary((met + late).map { $0.stopped! - $0.started }))
                #expect(
                    row.workingTime == Plain.summary((met + late).map { PlainWorld.working($0.started, $0.stopped!) })
                )
            }
        }
    }
}
