/// A moment in time: whole milliseconds since 1970-01-01T00:00:00Z (POSIX time, no leap seconds).
///
/// The only time the domain knows. It survives every database unchanged, which `Date` does not.
package struct Instant: Hashable, Comparable, Codable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (a: Instant, b: Instant) -> Bool {
        a.milliseconds < b.milliseconds
    }

    package static func + (a: Instant, b: Span) -> Instant {
        Instant(milliseconds: a.milliseconds + b.milliseconds)
    }

    package static func - (a: Instant, b: Span) -> Instant {
        Instant(milliseconds: a.milliseconds - b.milliseconds)
    }

    package static func - (a: Instant, b: Instant) -> Span {
        Span(milliseconds: a.milliseconds - b.milliseconds)
    }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A length of time in whole milliseconds, wall or working.
package struct Span: Hashable, Comparable, Codable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func seconds(_ n: Int64) -> Span { Span(milliseconds: n * 1000) }
    package static func minutes(_ n: Int64) -> Span { .seconds(n * 60) }
    package static func hours(_ n: Int64) -> Span { .minutes(n * 60) }
    package static func days(_ n: Int64) -> Span { .hours(n * 24) }
    package static let zero = Span(milliseconds: 0)

    package static func < (a: Span, b: Span) -> Bool {
        a.milliseconds < b.milliseconds
    }

    package static func + (a: Span, b: Span) -> Span {
        Span(milliseconds: a.milliseconds + b.milliseconds)
    }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
