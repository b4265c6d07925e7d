import LeadCore
import LeadInsight
import Testing

@Suite("Recycled leads")
struct RecycledReportTests {
    private static let months = [Int64(0), 400_000, 900_000, 1_300_000]

    /// One time that a lead was with marketing, and what came of it.
    private struct Recycling {
        var lead: PlainWorld.Lead
        var at: Int64
        var left: Int64?
        var cause: WakeCause?
        var requalified = false
        var handedOff = false
        var won: [Money] = []
    }

    private func recyclings(_ life: PlainLife, _ filter: PlainFilter?, _ asOf: Int64) -> [Recycling] {
        life.business.world.leads.filter { filter?.accepts($0, asOf: asOf) ?? ($0.created <= asOf) }.flatMap { lead in
            let began = lead.statuses.indices.filter { index in
                lead.statuses[index].status == "nurture" && lead.statuses[index].at <= asOf
            }
            var own =
                began
                .map { index in
                    let left = index + 1 < lead.statuses.count ? lead.statuses[index + 1].at : nil
                    let wakes = lead.wakes
                    let number = lead.statuses[..<index].filter { $0.status == "nurture" }.count
                    let cause = left.flatMap { $0 <= asOf && number < wakes.count ? wakes[number].cause : nil }
                    return Recycling(
                        lead: lead,
                        at: lead.statuses[index].at,
                        left: left.flatMap { $0 <= asOf ? $0 : nil },
                        cause: cause
                    )
                }
            func latest(_ instant: Int64) -> Int? { own.lastIndex { $0.left.map { $0 <= instant } ?? false } }
            for (at, status) in lead.statuses where at <= asOf {
                guard let index = latest(at) else { continue }
                if status == "qualified" { own[index].requalified = true }
                if status == "working" { own[index].handedOff = true }
            }
            for deal in life.business.deals where life.business.origin(of: deal)?.id == lead.id {
                guard let won = deal.won, won <= asOf, let index = latest(won) else { continue }
                own[index].won.append(deal.amount)
            }
            return own
        }
    }

    @Test("G4, X12: the yield by month and by marketing owner equals a plain recomputation", arguments: 1...5)
    func equalsPlainRecomputation(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let life = PlainLife(seed: UInt64(seed))
        let starts = Self.months.map(Instant.init)
        for asOf in [Int64(800_000), 1_400_000, 9_000_000] {
            let wanted = asOf == 1_400_000 ? nil : PlainFilter(random: &random)
            let filter = wanted?.filter(life.columns) ?? .all
            let all = recyclings(life, wanted, asOf)
            let scope = Scope(filter, at: asOf)
            let byMonth = RecycledReport(life.columns, by: .month(starts: starts), scope)
            check(byMonth, Dictionary(grouping: all) { each in Self.months.lastIndex { $0 <= each.at } ?? -1 })
            let byOwner = RecycledReport(life.columns, by: .marketingOwner, scope)
            check(byOwner, Dictionary(grouping: all) { Int(life.columns.owners.existing($0.lead.marketing) ?? 0) })
        }
    }

    private func check(_ report: RecycledReport, _ groups: [Int: [Recycling]]) {
        #expect(report.rows.count == groups.count)
        for row in report.rows {
            let all = groups[Int(row.group)] ?? []
            let left = all.filter { $0.left != nil }
            #expect(row.recycled == all.count)
            #expect(row.waiting == all.count - left.count)
            #expect(row.wokenByDate == left.filter { $0.cause == .date }.count)
            #expect(row.wokenBySignal == left.filter { $0.cause == .signal }.count)
            #expect(row.takenUp == left.filter { $0.cause == .person || $0.cause == nil }.count)
            #expect(row.requalified == all.filter(\.requalified).count)
            #expect(row.handedOff == all.filter(\.handedOff).count)
            #expect(row.sales == all.reduce(0) { $0 + $1.won.count })
            #expect(row.won == Amounts(adding: all.flatMap(\.won)))
        }
    }

    @Test("X12: what the pool won is part of what was won, with no sale counted twice", arguments: 1...10)
    func reconciles(seed: Int) {
        let life = PlainLife(seed: UInt64(seed))
        let report = RecycledReport(life.columns, by: .marketingOwner, Scope(at: 9_000_000))
        let wins = life.business.deals.filter { $0.won != nil && !$0.leads.isEmpty }
        let recycledFirst = wins.filter { deal in
            let lead = life.business.origin(of: deal)!
            return zip(lead.statuses, lead.statuses.dropFirst()).contains { stay, next in
                stay.status == "nurture" && next.at <= deal.won!
            }
        }
        #expect(report.rows.reduce(0) { $0 + $1.sales } == recycledFirst.count)
        #expect(Amounts(adding: report.rows.flatMap(\.won.sums)) == Amounts(adding: recycledFirst.map(\.amount)))
    }
}
