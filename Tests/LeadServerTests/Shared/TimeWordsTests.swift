import LeadApp
import LeadCore
import Testing

@testable import LeadServer

/// Wednesday 17 June 2026, 10:00 in UTC, 12:00 in Berlin.
private let noon = Instant(milliseconds: 1_781_690_400_000)

@Suite("Time in words")
struct TimeWordsTests {
    private func berlin() throws -> TimeWords {
        TimeWords(now: noon, zone: try ZoneLoader.load("Europe/Berlin"))
    }

    @Test(
        "A distance is told in its largest unit, rounded down",
        arguments: [
            (0, "now"), (59, "now"), (60, "in 1 min"), (-60, "1 min ago"), (3599, "in 59 min"), (7200, "in 2 h"),
            (-86_399, "23 h ago"), (-86_400, "1 d ago"), (259_200, "in 3 d"), (-1_209_600, "2 wk ago"),
            (-7_776_000, "2 mo ago"), (-31_536_000, "12 mo ago"), (-69_120_000, "2 y ago"),
        ] as [(Int64, String)]
    )
    func relative(seconds: Int64, words: String) throws {
        #expect(try berlin().relative(noon + .seconds(seconds)) == words)
    }

    @Test("What was to be done by then is overdue, not ago")
    func overdue() throws {
        let words = try berlin()
        #expect(words.due(noon - .days(3)).relative == "3 d overdue")
        #expect(words.due(noon + .hours(2)).relative == "in 2 h")
        #expect(words.due(noon).relative == "now")
    }

    @Test("The tone is late once it has passed, and a warning within four hours")
    func tone() throws {
        let words = try berlin()
        #expect(words.dueTone(noon - .seconds(1)) == "late")
        #expect(words.dueTone(noon + .hours(3)) == "warn")
        #expect(words.dueTone(noon + .hours(4)) == "ok")
    }

    @Test(
        "Times are told in the policy's zone, with summer and winter time, and with a year only when it is another one"
    )
    func zone() throws {
        let words = try berlin()
        #expect(words.text(noon) == "Wed 17 Jun, 12:00")
        // 2026-12-01T08:00Z is 09:00 in Berlin's winter; 2025-01-01T00:30+01:00 was still 2024 in UTC.
        #expect(words.text(Instant(milliseconds: 1_796_112_000_000)) == "Tue 1 Dec, 09:00")
        #expect(words.text(Instant(milliseconds: 1_735_687_800_000)) == "Wed 1 Jan 2025, 00:30")
        #expect(words.moment(noon).iso == "2026-06-17T10:00:00Z")
        #expect(words.today() == "Wednesday 17 June")
        #expect(words.field(noon) == "2026-06-17T12:00")
    }

    @Test(
        "A span is told in its two largest units",
        arguments: [
            (0, "0 min"), (59, "0 min"), (300, "5 min"), (8400, "2 h 20 min"), (7200, "2 h"), (86_400, "1 d"),
            (273_660, "3 d 4 h"), (2_941_200, "34 d"),
        ] as [(Int64, String)]
    )
    func span(seconds: Int64, words: String) {
        #expect(TimeWords.span(.seconds(seconds)) == words)
    }

    @Test("Working time is told in hours, for a working day is not 24 of them")
    func working() {
        #expect(TimeWords.working(.minutes(35 * 60 + 10)) == "35 h 10 min")
        #expect(TimeWords.working(.hours(160)) == "160 h")
        #expect(TimeWords.working(.minutes(20)) == "20 min")
    }
}

@Suite("Time fields")
struct TimeFieldTests {
    @Test("What a field shows is what it reads back")
    func roundTrip() throws {
        let zone = try ZoneLoader.load("Europe/Berlin")
        let words = TimeWords(now: noon, zone: zone)
        #expect(TimeField.moment(words.field(noon), in: zone) == noon)
        #expect(TimeField.moment("2026-06-17T12:00:30", in: zone) == noon)
    }

    @Test(
        "What is no date and time is not guessed at",
        arguments: [
            "", "2026-06-17", "2026-06-17T", "2026-02-30T10:00", "2026-06-17T24:00", "2026-06-17T12:60", "noon", "T",
        ]
    )
    func broken(text: String) throws {
        #expect(TimeField.moment(text, in: .utc) == nil)
    }

    @Test("A day without a time means the start of its working hours, or nine o'clock on a day off")
    func morning() throws {
        let zone = try ZoneLoader.load("Europe/Berlin")
        let calendar = try WorkingCalendar(.officeHours(zone: "Europe/Berlin"), zone: zone)
        let words = TimeWords(now: noon, zone: zone)
        #expect(TimeField.morning(of: "2026-09-16", in: calendar).map(words.field) == "2026-09-16T09:00")
        #expect(TimeField.morning(of: "2026-09-19", in: calendar).map(words.field) == "2026-09-19T09:00")
        #expect(TimeField.morning(of: "someday", in: calendar) == nil)
    }
}
