import Foundation
import LeadCore
import Testing

@Suite struct WorkingCalendarVectorTests {
    /// One line of working_time.csv, which calendar_vectors.py counted minute by minute.
    struct Vector {
        var calendar: String
        var absences: [Range<Instant>]
        var operation: String
        var from: Instant
        var argument: Int64
        var result: Int64

        init(_ row: [String: String]) throws {
            func number(_ text: some StringProtocol) -> Int64 { Int64(text) ?? 0 }
            calendar = try #require(row["calendar"])
            absences = row["absences", default: ""].split(separator: " ").map { range in
                let ends = range.split(separator: "-").map { Instant(milliseconds: number($0)) }
                return ends[0]..<ends[1]
            }
            operation = try #require(row["operation"])
            from = Instant(milliseconds: number(row["from", default: ""]))
            argument = number(row["argument", default: ""])
            result = number(row["result", default: ""])
        }
    }

    @Test("E4: working time equals a count minute by minute, across clock changes, holidays and absences")
    func vectors() throws {
        let policies = try JSONDecoder().decode(
            [CalendarPolicy].self,
            from: Data(contentsOf: Vectors.url("calendars.json"))
        )
        var calendars: [String: WorkingCalendar] = [:]
        for policy in policies {
            calendars[policy.name] = try WorkingCalendar(policy, zone: .vector(policy.zone))
        }
        let vectors = try Vectors.rows("working_time.csv").map(Vector.init)
        #expect(vectors.count >= 300)
        for vector in vectors {
            let calendar = try #require(calendars[vector.calendar]).absent(during: vector.absences)
            #expect(answer(calendar, vector) == vector.result, "\(vector)")
        }
    }

    private func answer(_ calendar: WorkingCalendar, _ vector: Vector) -> Int64? {
        switch vector.operation {
        case "between":
            calendar.workingTime(from: vector.from, to: Instant(milliseconds: vector.argument)).milliseconds
        case "add":
            calendar.add(Span(milliseconds: vector.argument), to: vector.from).milliseconds
        default:
            calendar.nextWorkingInstant(onOrAfter: vector.from)?.milliseconds
        }
    }
}
