import LeadCore
import LeadInsight
import Testing

@Suite("Time in status")
struct TimeInStatusTests {
    private struct Expected: Decodable {
        struct Row: Decodable {
            var group: Group?
            var status: String
            var n: Int
            var meanS: Double
            var p50S: Double
            var p90S: Double
            var maxS: Double
        }
        var timeInStatus: [Row]
        var timeInStatusBySource: [Row]
        var timeInStatusByCampaign: [Row]

        func rows(_ groupBy: GroupBy) -> [Row] {
            switch groupBy {
            case .source: timeInStatusBySource
            case .campaign: timeInStatusByCampaign
            default: timeInStatus
            }
        }
    }

    /// Sources are named, campaigns numbered.
    private struct Group: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text = try (try? container.decode(String.self)) ?? String(container.decode(Int.self))
        }
    }

    @Test(
        "I1: equals what pandas and DuckDB say of 10,000 leads",
        .enabled(if: AnalyticsSample.isThere),
        arguments: [GroupBy.all, .source, .campaign]
    )
    func equalsTheReference(groupBy: GroupBy) throws {
        let sample = AnalyticsSample.shared
        let expected = try sample.expected(Expected.self).rows(groupBy)
        let ended = TimeInStatusReport(sample.columns, by: groupBy, sample.now).rows.filter { $0.wall != nil }
        #expect(ended.count == expected.count)
        for row in expected {
            let group = row.group?.text ?? "All"
            let found = ended.first { $0.groupLabel == group && $0.statusLabel == row.status }
            let wall = try #require(found?.wall)
            #expect(wall.count == row.n)
            #expect(wall.mean.isAbout(row.meanS))
            #expect(wall.median.isAbout(row.p50S))
            #expect(wall.p90.isAbout(row.p90S))
            #expect(wall.max.isAbout(row.maxS))
        }
    }

    @Test(
        "I1: equals a plain recomputation, for any group, filter and as-of date",
        arguments: 1...6,
        GroupBy.allCases
    )
    func equalsPlainRecomputation(seed: Int, groupBy: GroupBy) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let world = PlainWorld(seed: UInt64(seed))
        let columns = world.columns
        for asOf in [Int64(300_000), 900_000, 5_000_000] {
            let wanted = PlainFilter(random: &random)
            let scope = Scope(wanted.filter(columns), at: asOf)
            let report = TimeInStatusReport(columns, by: groupBy, scope)
            let stays = world.stays.filter { $0.entered <= asOf && wanted.accepts($0.lead, asOf: asOf) }
            let groups = Dictionary(grouping: stays) {
                [PlainWorld.group(of: $0.lead, groupBy, asOf: asOf), $0.status]
            }
            var seen = 0
            for (key, stays) in groups {
                let row = report.rows.first {
                    [groupBy.key($0.group, columns), columns.statuses.keys[Int($0.status)]] == key
                }
                let done = stays.filter { $0.left.map { $0 <= asOf } ?? false }
                let isOpen = !PlainWorld.closed.contains(key[1])
                let ages = isOpen ? stays.filter { $0.left.map { $0 > asOf } ?? true }.map { asOf - $0.entered } : []
                let walls = done.map { $0.left! - $0.entered }
                #expect(row?.wall == Plain.summary(walls))
                #expect(row?.working == Plain.summary(done.map { PlainWorld.working($0.entered, $0.left!) }))
                #expect(row?.sitting == Plain.summary(ages))
                #expect(row?.medianWithSitting == Plain.summary(walls + ages)?.median)
                if row != nil { seen += 1 }
            }
            #expect(report.rows.count == seen)
        }
    }

    @Test("I1: a lead that waits makes the whole look no better than the ended stays")
    func sittingCounts() throws {
        var columns = PlainWorld.emptyColumns
        let open = try #require(columns.statuses.existing("open"))
        let working = try #require(columns.statuses.existing("working"))
        for (id, left) in [(UInt64(1), Int64(1000)), (2, 2000), (3, 0), (4, 0)] {
            let lead = columns.putLead(PlainWorld.key(id), LeadFacts(created: Instant(milliseconds: 0)))
            columns.enter(open, lead: lead, at: Instant(milliseconds: 0))
            if left > 0 { columns.enter(working, lead: lead, at: Instant(milliseconds: left)) }
        }
        let row = try #require(TimeInStatusReport(columns, Scope(at: 9000)).rows.first)
        #expect(row.wall?.median == Span(milliseconds: 1500))
        #expect(row.sitting?.count == 2)
        #expect(row.medianWithSitting == Span(milliseconds: 5500))
    }
}
