import Foundation
import LeadCore
import Testing

@testable import LeadStore

@Suite("Words leave the ledgers of former versions")
struct LedgerTextMigrationTests {
    private static let lead: Lead.ID = 7
    private static let deal: Opportunity.ID = 8

    /// Lines as they were written before words stood beside the ledger.
    private static let leadLines: [(kind: String, details: String)] = [
        ("next_step_set", #"{"dueAt":1781776800000,"what":"Ring Zorbulak on 0171 555"}"#),
        ("next_step_set", #"{"dueAt":1781776800000,"what":"Ask the house band"}"#),
        ("next_step_set", #"{"dueAt":1781776900000,"what":"text:Zorbulak"}"#),
        ("moved", #"{"from":"open","kind":"rejected","reason":"No budget","to":"not_qualified"}"#),
        ("moved", #"{"from":"open","kind":"rejected","reason":"Zorbulak left","to":"not_qualified"}"#),
        ("moved", #"{"from":"open","kind":"working","to":"attempted"}"#),
        ("declined", #"{"reason":"Zorbulak left"}"#),
        (
            "corrected",
            #"{"change":"undone","former":{"kind":"new","reason":"Zorbulak again","since":5,"status":"open"},"line":4}"#
        ),
        (
            "restored",
            """
            {"clocks":[],"kind":"new","nextStep":{"dueAt":9,"what":"Ring Zorbulak on 0171 555"},"reason":"Zorbulak left",\
            "status":"open","statusSince":3,"undone":"merge"}
            """
        ),
        ("accepted", "{}"),
    ]
    private static let dealLines: [(kind: String, details: String)] = [
        ("lost", #"{"competitor":"Zorbulak & Sons","rank":2,"reason":"Price"}"#), ("won", "{}"),
    ]

    private static func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

    private static var script: String {
        func rows(_ lines: [(kind: String, details: String)], _ column: String, _ id: [UInt8]) -> [String] {
            lines.map { line in
                """
                INSERT INTO ledger (\(column), kind, at, recorded_at, policy, details)
                VALUES (X'\(hex(id))', '\(line.kind)', 5, 1781690400000, 1, '\(line.details)');
                """
            }
        }
        return """
            INSERT INTO policies (version, body, set_at)
            VALUES (1, '{"process":{"steps":[{"nextStep":{"what":"Ask the house band"}}]},"n":[1,true,null]}', 1);
            \((rows(leadLines, "lead_id", lead.bytes) + rows(dealLines, "opportunity_id", deal.bytes)).joined())
            """
    }

    /// A file of the version before, opened by this one.
    private func migrated() throws -> (SQLiteDatabase, URL) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "w.sqlite").path
        let number = try #require(
            Migrations.all.firstIndex { $0.script(.sqlite) == LedgerTextSchema.script(.sqlite) }
        )
        try SQLiteDatabase.make(path, through: number, Self.script)
        return (try SQLiteDatabase(path: path) { Instant(milliseconds: 1000) }, folder)
    }

    @Test("X2: a former ledger tells after the migration what it told before, and holds no typed word")
    func migration() async throws {
        let (database, folder) = try migrated()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (details, told, toldOfDeal, words) = try await database.read { snapshot in
            (
                try snapshot.all("SELECT details FROM ledger ORDER BY seq") { row in try row.next() as String },
                try snapshot.ledger(of: Self.lead).map { try $0.leadEvent() },
                try snapshot.ledger(of: Self.deal).map { try $0.opportunityEvent() },
                try snapshot.all("SELECT words FROM ledger_texts") { row in try row.next() as String }
            )
        }
        #expect(!details.contains { $0.contains("Zorbulak") })
        #expect(told == (try Self.leadLines.map { try Self.leadEvent($0.kind, $0.details) }))
        #expect(toldOfDeal == (try Self.dealLines.map { try Self.dealEvent($0.kind, $0.details) }))
        #expect(
            words.sorted() == [
                "Ring Zorbulak on 0171 555", "Zorbulak & Sons", "Zorbulak again", "Zorbulak left", "text:Zorbulak",
            ]
        )
        // What the policy says, of whatever version, and what holds no words, is as it was to the byte.
        for index in [1, 3, 5, 9] { #expect(details[index] == Self.leadLines[index].details) }
    }

    private struct Payload: Decodable {
        let decoder: any Decoder
        init(from decoder: any Decoder) { self.decoder = decoder }
    }

    private static func leadEvent(_ kind: String, _ details: String) throws -> LeadEvent {
        let kind = try #require(LeadEvent.Kind(rawValue: kind))
        return try LeadEvent(kind, from: try JSON.value(Payload.self, from: details).decoder)
    }

    private static func dealEvent(_ kind: String, _ details: String) throws -> OpportunityEvent {
        let kind = try #require(OpportunityEvent.Kind(rawValue: kind))
        return try OpportunityEvent(kind, from: try JSON.value(Payload.self, from: details).decoder)
    }
}
