import LeadCore
import Testing

@Suite struct ZoneRulesTests {
    @Test("wall times mean the moments that zoneinfo gives them, in gaps and overlaps too")
    func wallTimes() throws {
        var zones: [String: ZoneRules] = [:]
        for row in try Vectors.rows("wall_times.csv") {
            let name = try #require(row["zone"])
            let zone = try zones[name] ?? .vector(name)
            zones[name] = zone
            let wall = LocalDateTime(milliseconds: try #require(Int64(row["wall"] ?? "")) * 1000)
            let at = Instant(milliseconds: try #require(Int64(row["at"] ?? "")) * 1000)
            #expect(zone.instant(wall) == at, "\(name) \(wall)")
        }
        #expect(zones.count == 7)
    }

    @Test("a moment becomes a wall time and the same moment again, unless the clock shows that time twice")
    func roundTrip() throws {
        let zone = try ZoneRules.vector("Europe/Berlin")
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let at = Instant(milliseconds: .random(in: -1_000_000_000_000...3_000_000_000_000, using: &random))
            let back = zone.instant(zone.local(at))
            #expect(back == at || back == at - .hours(1))
        }
    }

    @Test("in Berlin, 02:30 of the spring night is 03:30, and 02:30 of the autumn night is the first")
    func berlin() throws {
        let zone = try ZoneRules.vector("Europe/Berlin")
        let spring = LocalDateTime(try #require(LocalDate("2026-03-29")), .minutes(150))
        #expect(zone.local(zone.instant(spring)).description == "2026-03-29T03:30:00")
        let autumn = LocalDateTime(try #require(LocalDate("2025-10-26")), .minutes(150))
        #expect(zone.offset(at: zone.instant(autumn)) == 7200)
        #expect(zone.offset(at: zone.instant(autumn) + .hours(1)) == 3600)
    }

    @Test("rules out of order or with an absurd offset are refused")
    func refused() {
        let late = ZoneRules.Transition(at: Instant(milliseconds: 10), offset: 0)
        let early = ZoneRules.Transition(at: Instant(milliseconds: 5), offset: 3600)
        #expect(throws: Refusal.self) {
            try ZoneRules(identifier: "X", firstOffset: 0, transitions: [late, early])
        }
        #expect(throws: Refusal.self) { try ZoneRules(identifier: "X", firstOffset: 90_000) }
    }
}
