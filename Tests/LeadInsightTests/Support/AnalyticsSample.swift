import Foundation
import LeadCore
import LeadInsight

/// `analytics_10k` of the shared data: 10,000 leads with 59,977 status changes, and what pandas and DuckDB said of them.
struct AnalyticsSample: Sendable {
    static let folder = "../shared/data/analytics_10k"
    /// Without the data its tests are skipped, and say so.
    static let isThere = FileManager.default.fileExists(atPath: folder + "/expected.json")
    static let shared = AnalyticsSample()

    let columns: Columns
    let asOf: Instant
    private let expectation: Data

    private init() {
        var columns = Columns { from, to in to - from }
        columns.setProcess(
            ["New", "Contacted", "Qualified", "Proposal", "Negotiation", "Nurture", "Won", "Lost"].map { status in
                Columns.Step(
                    columns.statuses.code(status),
                    isOpen: status != "Won" && status != "Lost",
                    isMilestone: status != "Nurture" && status != "Lost"
                )
            }
        )
        for row in Self.rows("leads.csv") {
            let created = Self.instant(row[4])
            let lead = columns.putLead(
                Self.id(row[0]),
                LeadFacts(
                    created: created,
                    source: columns.sources.code(row[2]),
                    campaign: columns.campaigns.code(row[1])
                )
            )
            columns.assign(columns.owners.code(row[3]), to: lead, at: created)
        }
        for row in Self.rows("events.csv") {
            let lead = known(columns.leads.row(of: Self.id(row[1])))
            columns.enter(columns.statuses.code(row[3]), lead: lead, at: Self.instant(row[4]))
        }
        self.columns = columns
        asOf = Self.instant("2026-01-01T00:00:00Z")
        expectation = known(FileManager.default.contents(atPath: Self.folder + "/expected.json"))
    }

    func expected<Part: Decodable>(_ type: Part.Type) throws -> Part {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: expectation)
    }

    var now: Scope { Scope(asOf: asOf) }

    private static func rows(_ file: String) -> [[String]] {
        let text = String(decoding: known(FileManager.default.contents(atPath: folder + "/" + file)), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func id(_ text: String) -> Identifier<AnalyticsSample> {
        Identifier(integerLiteral: known(UInt64(text)))
    }

    /// `2024-03-04T00:24:59Z`, by the civil-from-days formula turned round; Foundation's parser takes 60 times as long.
    static func instant(_ text: String) -> Instant {
        let n = text.split { !$0.isNumber }.map { known(Int64($0)) }
        let year = n[1] <= 2 ? n[0] - 1 : n[0]
        let dayOfYear = (153 * (n[1] + (n[1] > 2 ? -3 : 9)) + 2) / 5 + n[2] - 1
        let days = 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
        return Instant(milliseconds: (((days * 24 + n[3]) * 60 + n[4]) * 60 + n[5]) * 1000)
    }
}

extension Span {
    /// In seconds, as the expectations are written.
    var seconds: Double { Double(milliseconds) / 1000 }

    /// The same to the millisecond that reports are rounded to.
    func isAbout(_ seconds: Double) -> Bool {
        abs(self.seconds - seconds) <= 0.000_501
    }
}
