import LeadCore
import LeadInsight
import Testing

@Suite("Leads by status")
struct CurrentStatusTests {
    private struct Expected: Decodable {
        struct Age: Decodable {
            var n: Int
            var meanS: Double
            var p50S: Double
            var p90S: Double
        }
        var currentStatus: [String: Int]
        var openAgeAsOf: [String: Age]
        var statusCountsAtMonthStart: [String: [String: Int]]
    }

    @Test("I1: counts and ages equal what pandas and DuckDB say", .enabled(if: AnalyticsSample.isThere))
    func equalsTheReference() throws {
        let sample = AnalyticsSample.shared
        let expected = try sample.expected(Expected.self)
        let report = CurrentStatusReport(sample.columns, sample.now)
        let counts = Dictionary(uniqueKeysWithValues: report.rows.map { ($0.statusLabel, $0.leads) })
        #expect(counts == expected.currentStatus)
        let ages = report.rows.filter { $0.age != nil }
        #expect(ages.count == expected.openAgeAsOf.count)
        for row in ages {
            let age = try #require(row.age)
            let reference = try #require(expected.openAgeAsOf[row.statusLabel])
            #expect(age.count == reference.n)
            #expect(age.mean.isAbout(reference.meanS))
            #expect(age.median.isAbout(reference.p50S))
            #expect(age.p90.isAbout(reference.p90S))
        }
    }

    @Test("I5: counts at 24 month starts equal the reference", .enabled(if: AnalyticsSample.isThere))
    func monthStarts() throws {
        let sample = AnalyticsSample.shared
        let expected = try sample.expected(Expected.self).statusCountsAtMonthStart
        let days = expected.keys.sorted()
        let report = StatusHistoryReport(
            sample.columns,
            at: days.map { AnalyticsSample.instant($0 + "T00:00:00Z") },
            sample.now
        )
        #expect(report.instants.count == 24)
        for (i, day) in days.enumerated() {
            let counts = report.rows.map { ($0.statusLabel, $0.leads[i]) }.filter { $0.1 > 0 }
            #expect(Dictionary(uniqueKeysWithValues: counts) == expected[day])
        }
    }

    @Test("Equals a plain recomputation, and the groups add up to the whole", arguments: 1...4, GroupBy.allCases)
    func equalsPlainRecomputation(seed: Int, groupBy: GroupBy) {
        var random = SeededRandom(seed: UInt64(seed))
        let world = PlainWorld(seed: UInt64(seed))
        let columns = world.columns
        for asOf in [Int64(300_000), 900_000, 5_000_000] {
            let wanted = PlainFilter(random: &random)
            let report = CurrentStatusReport(columns, by: groupBy, Scope(wanted.filter(columns), at: asOf))
            let leads = world.leads.filter { wanted.accepts($0, asOf: asOf) }
            let here = Dictionary(grouping: leads) { lead in
                [PlainWorld.group(of: lead, groupBy, asOf: asOf), lead.statuses.last { $0.at <= asOf }!.status]
            }
            #expect(report.rows.count == here.count)
            #expect(report.rows.reduce(0) { $0 + $1.leads } == leads.count)
            for row in report.rows {
                let status = columns.statuses.keys[Int(row.status)]
                let members = here[[groupBy.key(row.group, columns), status]] ?? []
                let ages = members.map { lead in asOf - lead.statuses.last { $0.at <= asOf }!.at }
                #expect(row.leads == members.count)
                #expect(row.age == (PlainWorld.closed.contains(status) ? nil : Plain.summary(ages)))
            }
        }
    }

    @Test("The history at an instant is the current status as of that instant", arguments: 1...4)
    func historyAgreesWithCurrentStatus(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let world = PlainWorld(seed: UInt64(seed))
        let columns = world.columns
        // Also instants at which something happens, one on which two fall, and one before everything.
        let instants = [Int64(-5), 500_000, 500_000] + world.stays.prefix(20).map(\.entered) + [4_000_000]
        let wanted = PlainFilter(random: &random)
        let filter = Filter(sources: wanted.filter(columns).sources)
        let report = StatusHistoryReport(columns, at: instants.map(Instant.init), Scope(filter, at: 4_000_000))
        for (i, instant) in report.instants.enumerated() {
            let now = CurrentStatusReport(columns, Scope(filter, asOf: instant)).rows
            for row in report.rows {
                let expected = now.first { $0.status == row.status }?.leads ?? 0
                #expect(row.leads[i] == expected)
            }
        }
    }
}
