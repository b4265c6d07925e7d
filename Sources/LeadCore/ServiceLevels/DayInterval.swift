/// A stretch of one day by the wall clock, such as `09:00-17:00`; the end is not part of it.
package struct DayInterval: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0…1439.
    package let start: Int
    /// Minutes since midnight, up to 1440: midnight at the end of the day.
    package let end: Int

    package static let wholeDay = DayInterval(unchecked: 0, 1440)
    package static let officeHours = DayInterval(unchecked: 9 * 60, 17 * 60)

    /// Refuses an interval that ends before it starts: a night shift is two intervals, one on each day.
    package init(start: Int, end: Int) throws(Refusal) {
        guard (0..<1440).contains(start), (1...1440).contains(end) else {
            throw .invalid("/hours", "Working hours must lie between 00:00 and 24:00.")
        }
        guard start < end else {
            throw .invalid("/hours", "Working hours must end later than they start; split a night shift at midnight.")
        }
        self.init(unchecked: start, end)
    }

    private init(unchecked start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    package static func < (a: Self, b: Self) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}

extension DayInterval: CustomStringConvertible {
    package var description: String {
        "\((start / 60).padded(2)):\((start % 60).padded(2))-\((end / 60).padded(2)):\((end % 60).padded(2))"
    }

    /// Reads `09:00-17:00`; the end may be `24:00`.
    package init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minutes(Array($0.utf8)) }
        guard parts.count == 2, let start = parts[0], let end = parts[1] else {
            throw .invalid("/hours", "\(text) is not an interval such as 09:00-17:00.")
        }
        try self.init(start: start, end: end)
    }

    private static func minutes(_ clock: [UInt8]) -> Int? {
        guard clock.count == 5, clock[2] == UInt8(ascii: ":"), let hour = Int(digits: clock[0..<2]),
            let minute = Int(digits: clock[3..<5]), minute < 60
        else { return nil }
        return hour * 60 + minute
    }
}

extension DayInterval: Codable {
    package init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
