import Foundation
import LeadApp
import LeadCore
import Testing

@Suite struct ZoneLoaderTests {
    /// The changes of offset that zoneinfo knows up to 2050, as `zone,at,offset` lines.
    private static let expected: [Substring] = {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let url = tests.appending(path: "LeadCoreTests/Vectors/zones.csv")
        return ((try? String(contentsOf: url, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst().map { $0 }
    }()

    @Test(
        "the system's rules are the ones that zoneinfo has",
        arguments: [
            "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland",
            "America/Sao_Paulo", "Pacific/Apia",
        ]
    )
    func sameAsZoneinfo(name: String) throws {
        let rules = try ZoneLoader.load(name)
        let lines =
            ["\(name),,\(rules.firstOffset)"]
            + rules.transitions
            .filter { $0.at.milliseconds < 2_524_608_000_000 }
            .map { "\(name),\($0.at.milliseconds / 1000),\($0.offset)" }
        #expect(lines == Self.expected.filter { $0.hasPrefix(name + ",") }.map(String.init))
    }

    @Test("UTC never changes, and a zone that nobody knows is refused")
    func edges() throws {
        #expect(try ZoneLoader.load("UTC") == .utc)
        #expect(throws: Refusal.self) { try ZoneLoader.load("Europe/Atlantis") }
        #expect(throws: Refusal.self) { try ZoneLoader.load("") }
    }
}
