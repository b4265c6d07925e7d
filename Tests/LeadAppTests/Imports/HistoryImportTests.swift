import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Imports of history", .enabled(if: SharedData.isHere, "needs ../shared/data"), .serialized)
struct HistoryImportTests {
    private struct Expected: Decodable {
        struct Stay: Decodable {
            var status: String
            var n: Int
            var meanS: Double
            var maxS: Double
        }

        var timeInStatus: [Stay]
        var currentStatus: [String: Int]
    }

    @Test("analytics_10k: every status change becomes a stay at its own time")
    func stays() async throws {
        let bench = try await ImportBench()
        var policy = PolicyBody.standard
        policy.process = Self.process
        try await bench.workplace.app.perform(SetPolicy(body: policy), as: .system)
        let leads = try await bench.run(
            SharedData.path("analytics_10k/leads.csv"),
            try SharedData.mapping("analytics-leads")
        )
        #expect(leads.tally.counts == [.created: 10_000])
        let history = try await bench.run(
            SharedData.path("analytics_10k/events.csv"),
            try SharedData.mapping("analytics-history")
        )
        // The first event of each lead is its start, which the leads' file has told already.
        #expect(history.tally.counts == [.duplicate: 10_000, .updated: 49_977])

        let data = try Data(contentsOf: URL(filePath: SharedData.path("analytics_10k/expected.json")))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let expected = try decoder.decode(Expected.self, from: data)
        for stay in expected.timeInStatus {
            let completed: SQL = """
                FROM stays WHERE dimension = 'status' AND left_at IS NOT NULL AND value = \(stay.status.lowercased())
                """
            #expect(try await bench.count("SELECT COUNT(*) \(completed)") == stay.n)
            let sum = try await bench.count("SELECT CAST(SUM(left_at - entered_at) AS BIGINT) \(completed)")
            #expect(abs(Double(sum) / 1000 / Double(stay.n) - stay.meanS) < 0.000_001)
            #expect(try await bench.count("SELECT MAX(left_at - entered_at) \(completed)") == Int(stay.maxS) * 1000)
        }
        #expect(
            try await bench.totals("SELECT status, COUNT(*) FROM leads GROUP BY status")
                == Dictionary(uniqueKeysWithValues: expected.currentStatus.map { ($0.key.lowercased(), $0.value) })
        )
        #expect(try await bench.workplace.check().holds)

        let again = try await bench.run(
            SharedData.path("analytics_10k/events.csv"),
            try SharedData.mapping("analytics-history")
        )
        #expect(again.tally.counts == [.duplicate: 59_977])
    }

    /// The process that the generator walks through.
    static let process = LeadProcess(
        name: "Analytics",
        steps: [
            step("new", .new, ["contacted", "qualified", "nurture", "lost"]),
            step("contacted", .working, ["qualified", "proposal", "nurture", "lost"]),
            step("qualified", .working, ["contacted", "proposal", "negotiation", "nurture", "won", "lost"]),
            step("proposal", .working, ["qualified", "negotiation", "nurture", "won", "lost"]),
            step("negotiation", .working, ["proposal", "nurture", "won", "lost"]),
            step("nurture", .nurture, ["contacted", "qualified", "won", "lost"]),
            .init("won", "Won", .converted, moves: ["negotiation"]),
            .init("lost", "Lost", .lost, moves: ["new"]),
        ]
    )

    private static func step(_ status: Status, _ kind: StatusKind, _ moves: [Status]) -> LeadProcess.Step {
        .init(
            status,
            status.rawValue.capitalized,
            kind,
            moves: moves,
            clock: ClockTarget(.followUp, .hours(24)),
            nextStep: .init("Go on", .hours(16))
        )
    }
}
