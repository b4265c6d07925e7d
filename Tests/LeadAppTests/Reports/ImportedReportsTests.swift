import Foundation
import LeadApp
import LeadCore
import LeadInsight
import Testing

/// Imported through the product, asked through its reports, compared with what the files themselves say.
@Suite("Reports on imported data", .enabled(if: SharedData.isHere, "needs ../shared/data"), .serialized)
struct ImportedReportsTests {
    @Test("I1: time in status, funnel and current status of analytics_10k equal its expected.json")
    func analytics() async throws {
        let bench = try await ImportBench()
        var policy = PolicyBody.standard
        policy.process = HistoryImportTests.process
        try await bench.workplace.app.perform(SetPolicy(body: policy), as: .system)
        try await bench.run(SharedData.path("analytics_10k/leads.csv"), try SharedData.mapping("analytics-leads"))
        try await bench.run(SharedData.path("analytics_10k/events.csv"), try SharedData.mapping("analytics-history"))
        let expected = try Expected.load()

        let times = try await bench.rows(.timeInStatus, asOf: expected.asOf)
        for stay in expected.timeInStatus {
            let row = try #require(times.first { $0["status"] == .text(stay.status) })
            #expect(row["stays"] == .count(stay.n))
            #expect(row.seconds("mean", is: stay.meanS))
            #expect(row.seconds("median", is: stay.p50S))
            #expect(row.seconds("p90", is: stay.p90S))
            #expect(row.seconds("max", is: stay.maxS))
        }
        // "partner" and "Partner" are one source: a workspace starts with the usual ones.
        let bySource = try await bench.rows(.timeInStatus, by: .source, asOf: expected.asOf)
        #expect(expected.timeInStatusBySource.count > 30)
        for stay in expected.timeInStatusBySource {
            let row = try #require(
                bySource.first { $0["status"] == .text(stay.status) && $0["source"]?.text?.lowercased() == stay.group }
            )
            #expect(row["stays"] == .count(stay.n))
            #expect(row.seconds("p90", is: stay.p90S))
        }
        let funnel = try await bench.rows(.funnel, asOf: expected.asOf)
        for (status, reached) in expected.funnel.reached {
            let row = try #require(funnel.first { $0["status"] == .text(status) })
            #expect(row["reached"] == .count(reached))
            #expect(row["leads"] == .count(expected.funnel.leads))
        }
        let current = try await bench.rows(.currentStatus, asOf: expected.asOf)
        for (status, leads) in expected.currentStatus {
            #expect(current.first { $0["status"] == .text(status) }?["leads"] == .count(leads))
        }
    }

    @Test("H4, I3, I4: three companies' files in one workspace; sales by product and seller, sources, and days to won")
    func oneWorkspace() async throws {
        let bench = try await ImportBench()
        for (file, mapping) in [
            ("xeducation/train", "xeducation-leads"), ("olist_funnel/train", "olist-leads"),
            ("olist_funnel/closed_deals_train", "olist-deals"), ("maven_crm/sales_teams", "maven-people"),
            ("maven_crm/products", "maven-products"), ("maven_crm/accounts", "maven-accounts"),
            ("maven_crm/sales_pipeline_asof_2017-09-30", "maven-opportunities"),
        ] {
            try await bench.run(SharedData.path("\(file).csv"), try SharedData.mapping(mapping))
        }
        #expect(try await bench.workplace.check().holds)
        let education = try SharedData.table("xeducation/train.csv")
        let olist = try SharedData.table("olist_funnel/train.csv")
        let pipeline = try SharedData.table("maven_crm/sales_pipeline_asof_2017-09-30.csv")

        let sales = try await bench.tables(.sales)
        let won = pipeline.filter { $0["deal_stage"] == "Won" }
        let byProduct = Dictionary(grouping: won) { $0["product"] == "GTXPro" ? "GTX Pro" : $0["product"] ?? "" }
        for (product, deals) in byProduct {
            let row = try #require(sales["Sales by product"]?.first { $0["product"] == .text(product) })
            #expect(row["wins"] == .count(deals.count))
            #expect(row["won"] == .money(Amounts([Money(minor: Self.cents(deals), currency: "USD")])))
        }
        for (seller, deals) in Dictionary(grouping: won, by: { $0["sales_agent"] ?? "" }) {
            let row = try #require(sales["Sales by seller"]?.first { $0["seller"] == .text(seller) })
            #expect(row["wins"] == .count(deals.count))
            #expect(row["won"] == .money(Amounts([Money(minor: Self.cents(deals), currency: "USD")])))
        }

        let sources = try await bench.rows(.sources)
        let google = education.filter { $0["Lead Source"]?.lowercased() == "google" }
        let googleRow = try #require(sources.first { $0["source"] == .text("Google") })
        #expect(googleRow["leads"] == .count(google.count))
        #expect(googleRow["wins"] == .count(google.filter { $0["Converted"] == "1" }.count))

        // Every lead of both files is in the funnel, by its source; each source of the files is there.
        let distinct = Set(education.map { $0["Lead Source"]?.lowercased() ?? "" })
            .union(olist.map { "olist " + ($0["origin"] ?? "") })
        let funnel = try await bench.rows(.funnel, by: .source)
        let perSource = Dictionary(grouping: funnel) { $0["source"] }.compactMapValues { $0.first?["leads"]?.counted }
        #expect(perSource.values.reduce(0, +) == education.count + olist.count)
        #expect(perSource.count <= distinct.count)

        let cycle = try await bench.rows(.salesCycle)
        let deals = try SharedData.table("olist_funnel/closed_deals_train.csv")
        let wins = education.filter { $0["Converted"] == "1" }.count + deals.count - 1
        #expect(cycle.first?["wins"] == .count(wins))
    }

    private static func cents(_ deals: [[String: String]]) -> Int64 {
        deals.reduce(0) { $0 + (Int64($1["close_value"] ?? "") ?? 0) * 100 }
    }
}

/// What analytics_10k says of itself, computed with pandas and DuckDB.
private struct Expected: Decodable {
    struct Stay: Decodable {
        var group: String?
        var status: String
        var n: Int
        var meanS: Double
        var p50S: Double
        var p90S: Double
        var maxS: Double
    }

    struct Funnel: Decodable {
        var leads: Int
        var reached: [String: Int]
    }

    var timeInStatus: [Stay]
    var timeInStatusBySource: [Stay]
    var funnel: Funnel
    var currentStatus: [String: Int]
    /// 2026-01-01T00:00:00Z, as its definitions say.
    var asOf: Instant { Instant(milliseconds: 1_767_225_600_000) }

    static func load() throws -> Expected {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let url = URL(filePath: SharedData.path("analytics_10k/expected.json"))
        return try decoder.decode(Expected.self, from: Data(contentsOf: url))
    }

    private enum CodingKeys: String, CodingKey {
        case timeInStatus, timeInStatusBySource, funnel, currentStatus
    }
}

extension ImportBench {
    typealias Line = [String: ReportTable.Cell]

    /// The first table of a report, its cells by the columns' keys.
    fileprivate func rows(_ name: ReportName, by group: GroupBy = .all, asOf: Instant? = nil) async throws -> [Line] {
        var question = FetchReport(name, by: group)
        question.asOf = asOf
        return try await workplace.app.fetch(question, as: .system).report.tables.first.map(Self.lines) ?? []
    }

    fileprivate func tables(_ name: ReportName) async throws -> [String: [Line]] {
        let report = try await workplace.app.fetch(FetchReport(name), as: .system).report
        return Dictionary(uniqueKeysWithValues: report.tables.map { ($0.title, Self.lines($0)) })
    }

    private static func lines(_ table: ReportTable) -> [Line] {
        table.rows.map { Line(uniqueKeysWithValues: zip(table.columns.map(\.key), $0)) }
    }
}

extension [String: ReportTable.Cell] {
    /// Whether a duration equals the printed seconds, to the millisecond that Baton keeps.
    fileprivate func seconds(_ key: String, is expected: Double) -> Bool {
        guard case .duration(let span) = self[key] else { return false }
        return abs(Double(span.milliseconds) - expected * 1000) <= 1
    }
}

extension ReportTable.Cell {
    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    fileprivate var counted: Int? {
        if case .count(let n) = self { n } else { nil }
    }
}
