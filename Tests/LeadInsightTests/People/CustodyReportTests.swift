import LeadCore
import LeadInsight
import Testing

@Suite("Open leads by owner")
struct CustodyReportTests {
    @Test("F5: equals a plain recomputation as of any date", arguments: 1...5)
    func equalsPlainRecomputation(seed: Int) {
        let business = PlainBusiness(seed: UInt64(seed))
        let columns = business.columns
        for asOf in [Int64(300_000), 900_000, 5_000_000] {
            let report = CustodyReport(columns, Scope(at: asOf))
            let open = business.world.leads.filter { lead in
                lead.created <= asOf && !PlainWorld.closed.contains(lead.statuses.last { $0.at <= asOf }!.status)
            }
            let owners = Dictionary(grouping: open) { PlainWorld.owner(of: $0, asOf: asOf) }
            #expect(report.rows.count == owners.count)
            for row in report.rows {
                let leads = owners[columns.owners.keys[Int(row.owner)]] ?? []
                let clocks = leads.map { lead in
                    business.clocks.filter {
                        business.world.leads[$0.lead].id == lead.id && $0.started <= asOf && $0.stopped ?? .max > asOf
                    }
                }
                #expect(row.open == leads.count)
                #expect(row.overdue == clocks.filter { $0.contains { $0.due < asOf } }.count)
                #expect(row.withoutClock == clocks.filter(\.isEmpty).count)
                #expect(row.age == Plain.summary(leads.map { asOf - $0.created }))
            }
        }
    }
}
