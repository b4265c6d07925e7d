import LeadCore
import LeadInsight
import Testing

@Suite("Funnel")
struct FunnelTests {
    private struct Expected: Decodable {
        struct Funnel: Decodable {
            var leads: Int
            var reached: [String: Int]
            var ofAll: [String: Double]
        }
        struct Time: Decodable {
            var n: Int
            var meanS: Double
            var p50S: Double
            var p90S: Double
        }
        var funnel: Funnel
        var funnelBySource: [String: Funnel]
        var createdToWonBySource: [String: Time]
    }

    @Test(
        "H4: equals what pandas and DuckDB say of 10,000 leads",
        .enabled(if: AnalyticsSample.isThere),
        arguments: [GroupBy.all, .source]
    )
    func equalsTheReference(groupBy: GroupBy) throws {
        let sample = AnalyticsSample.shared
        let expected = try sample.expected(Expected.self)
        let funnels = groupBy == .all ? ["All": expected.funnel] : expected.funnelBySource
        let report = FunnelReport(sample.columns, by: groupBy, sample.now)
        #expect(report.rows.count == funnels.count)
        for row in report.rows {
            let funnel = try #require(funnels[row.groupLabel])
            #expect(row.leads == funnel.leads)
            #expect(row.steps.count == funnel.reached.count)
            for step in row.steps {
                #expect(step.reached == funnel.reached[step.statusLabel])
                let share = try #require(funnel.ofAll[step.statusLabel])
                #expect(abs((step.ofAll ?? -1) - share) <= 0.000_000_51)
            }
        }
    }

    @Test("I1: time from creation to won equals the reference", .enabled(if: AnalyticsSample.isThere))
    func createdToWon() throws {
        let sample = AnalyticsSample.shared
        let expected = try sample.expected(Expected.self).createdToWonBySource
        let report = FunnelReport(sample.columns, by: .source, sample.now)
        #expect(report.rows.count == expected.count)
        for row in report.rows {
            let time = try #require(row.steps.last?.time)
            let reference = try #require(expected[row.groupLabel])
            #expect(time.count == reference.n)
            #expect(time.mean.isAbout(reference.meanS))
            #expect(time.median.isAbout(reference.p50S))
            #expect(time.p90.isAbout(reference.p90S))
        }
    }

    @Test("H4: equals a plain recomputation", arguments: 1...4, GroupBy.allCases)
    func equalsPlainRecomputation(seed: Int, groupBy: GroupBy) {
        var random = SeededRandom(seed: UInt64(seed))
        let world = PlainWorld(seed: UInt64(seed))
        let columns = world.columns
        for asOf in [Int64(300_000), 900_000, 5_000_000] {
            let wanted = PlainFilter(random: &random)
            let report = FunnelReport(columns, by: groupBy, Scope(wanted.filter(columns), at: asOf))
            let leads = world.leads.filter { wanted.accepts($0, asOf: asOf) }
            let groups = Dictionary(grouping: leads) { PlainWorld.group(of: $0, groupBy, asOf: asOf) }
            #expect(report.rows.count == groups.count)
            for row in report.rows {
                let members = groups[groupBy.key(row.group, columns)] ?? []
                #expect(row.leads == members.count)
                var before: Int?
                for step in row.steps {
                    let status = columns.statuses.keys[Int(step.status)]
                    let times = members.compactMap { lead in
                        lead.statuses.first { $0.status == status && $0.at <= asOf }.map { $0.at - lead.created }
                    }
                    #expect(step.reached == times.count)
                    #expect(step.time == Plain.summary(times))
                    #expect(step.ofAll == Double(times.count) / Double(members.count))
                    let onward = columns.milestones.drop { $0 != step.status }.map { columns.statuses.keys[Int($0)] }
                    let passed = members.count { lead in
                        lead.statuses.contains { $0.at <= asOf && onward.contains($0.status) }
                    }
                    #expect(step.passed == passed)
                    let ofPrevious = before.flatMap { $0 > 0 ? Double(passed) / Double($0) : nil }
                    #expect(step.ofPrevious == ofPrevious)
                    before = passed
                }
            }
        }
    }

    @Test("As time goes on, no step of the funnel ever shrinks", arguments: 1...4)
    func monotonic(seed: Int) {
        let columns = PlainWorld(seed: UInt64(seed)).columns
        var before = [Int](repeating: 0, count: columns.milestones.count)
        for asOf in stride(from: Int64(0), through: 3_000_000, by: 100_000) {
            let now = FunnelReport(columns, Scope(at: asOf)).rows.first?.steps.map(\.reached) ?? before
            #expect(zip(before, now).allSatisfy { $0 <= $1 })
            before = now
        }
    }
}
