import LeadCore
import Testing

@Suite struct TextDateTests {
    @Test("written dates mean the moments that Python reads in them")
    func vectors() throws {
        var zones: [String: ZoneRules] = [:]
        let rows = try Vectors.rows("dates.csv", separator: ";")
        #expect(rows.count > 300)
        for row in rows {
            let name = try #require(row["zone"])
            let zone = try zones[name] ?? .vector(name)
            zones[name] = zone
            let order = try #require(DateOrder(rawValue: row["order", default: ""]))
            let date = try TextDate(row["text", default: ""], order: order)
            #expect(date.instant(in: zone).milliseconds == Int64(row["at", default: ""]), "\(row)")
        }
    }

    @Test(
        "what is no date, or no day that exists, is refused",
        arguments: [
            "", "tomorrow", "2025-02-29", "29.02.2025", "31.04.2026", "13/13/2026", "2026-1", "1.2.26",
            "2026-01-01 25:00",
            "2026-01-01 10:61", "2026-01-01T", "2026-01-01T10", "2026-01-01 10:00 PM PM", "2026-01-01 13:00 PM",
            "2026-01-01T10:00:00+25:00", "2026-01-01T10:00:00 CET", "2026-01-01x", "12345678901", "2026-13-01",
            "00.00.0000",
            "1/2-2026", "2026-01-01T10:00:00.Z", "٢٠٢٦-01-01", "10000-01-01",
        ]
    )
    func refused(text: String) {
        #expect(throws: Refusal.self) { try TextDate(text, order: .dayFirst) }
    }

    @Test("a date that could be two is refused until somebody says which")
    func ambiguous() throws {
        #expect(throws: Refusal.self) { try TextDate("03/04/2026") }
        #expect(try TextDate("03/04/2026", order: .dayFirst).date.description == "2026-04-03")
        #expect(try TextDate("03/04/2026", order: .monthFirst).date.description == "2026-03-04")
        #expect(try TextDate("03/03/2026").date.description == "2026-03-03")
        #expect(try TextDate("03/14/2026").date.description == "2026-03-14")
        #expect(try TextDate("3.4.2026", order: .monthFirst).date.description == "2026-04-03")
    }

    @Test("a column shows its order, unless it contradicts itself")
    func sniff() {
        #expect(DateOrder.sniff(["03/04/2026", "14/03/2026"]) == .dayFirst)
        #expect(DateOrder.sniff(["03/04/2026", "03/14/2026"]) == .monthFirst)
        #expect(DateOrder.sniff(["14/03/2026", "03/14/2026"]) == nil)
        #expect(DateOrder.sniff(["03/04/2026", "2026-01-01", "junk"]) == nil)
    }

    @Test("times keep their milliseconds, halves of the day and leap seconds")
    func times() throws {
        #expect(try TextDate("2026-01-01T10:00:00.123456Z").time == .hours(10) + Span(milliseconds: 123))
        #expect(try TextDate("1/13/2026, 12:05\u{202F}AM").time == .minutes(5))
        #expect(try TextDate("1/13/2026 12:05 p.m.").time == .minutes(12 * 60 + 5))
        #expect(try TextDate("2016-12-31T23:59:60Z").instant(in: .utc).milliseconds == 1_483_228_800_000)
        #expect(try TextDate("2026-01-01").time == nil)
    }
}
