import LeadCore

/// Moments and spans in words, as of now and in one zone.
struct TimeWords {
    let now: Instant
    let zone: ZoneRules

    init(now: Instant, zone: ZoneRules) {
        self.now = now
        self.zone = zone
    }

    /// Something that happened, or will: "3 d ago", "in 2 h".
    func moment(_ at: Instant) -> MomentView {
        MomentView(iso: iso(at), text: text(at), relative: relative(at))
    }

    /// Something to be done by then: once it has passed it is overdue, not ago.
    func due(_ at: Instant) -> MomentView {
        guard now - at >= Self.instantly else { return moment(at) }
        return MomentView(iso: iso(at), text: text(at), relative: "\(Self.coarse(now - at)) overdue")
    }

    /// `late` once it has passed, `warn` within four hours, else `ok`.
    func dueTone(_ at: Instant) -> String {
        if at < now { return "late" }
        return at - now < .hours(4) ? "warn" : "ok"
    }

    /// "in 2 h", "3 d ago", "now".
    func relative(_ at: Instant) -> String {
        let distance = at - now
        if distance >= Self.instantly { return "in \(Self.coarse(distance))" }
        let past = now - at
        return past >= Self.instantly ? "\(Self.coarse(past)) ago" : "now"
    }

    /// "Mon 23 Nov, 09:00"; with its year when that is another one.
    func text(_ at: Instant) -> String {
        let local = zone.local(at)
        return "\(day(local.date)), \(Self.clock(local))"
    }

    /// "Mon 23 Nov", "Mon 23 Nov 2025".
    func day(_ date: LocalDate) -> String {
        let parts = date.components
        let year = parts.year == zone.local(now).date.components.year ? "" : " \(parts.year)"
        return
            "\(Self.weekdays[date.mondayIndex].prefix(3)) \(parts.day) \(Self.months[parts.month - 1].prefix(3))\(year)"
    }

    /// "Sunday 22 November".
    func today() -> String {
        let date = zone.local(now).date
        let parts = date.components
        return "\(Self.weekdays[date.mondayIndex]) \(parts.day) \(Self.months[parts.month - 1])"
    }

    /// RFC 3339 in UTC, for machines.
    func iso(_ at: Instant) -> String {
        "\(ZoneRules.utc.local(at))Z"
    }

    /// What `<input type="datetime-local">` holds: "2026-11-23T09:00".
    func field(_ at: Instant) -> String {
        String(zone.local(at).description.prefix(16))
    }

    /// Less than this is "now".
    private static let instantly = Span.minutes(1)

    /// The two largest units: "3 d 4 h", "2 h 20 min", "5 min".
    static func span(_ span: Span) -> String {
        let minutes = max(span.milliseconds, 0) / 60_000
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        if days >= 10 { return "\(days) d" }
        if days > 0 { return hours > 0 ? "\(days) d \(hours) h" : "\(days) d" }
        return short(hours: hours, minutes: rest)
    }

    /// Working time in hours, since a working day is not 24 of them: "35 h 10 min".
    static func working(_ span: Span) -> String {
        let minutes = max(span.milliseconds, 0) / 60_000
        return minutes >= 6000 ? "\(minutes / 60) h" : short(hours: minutes / 60, minutes: minutes % 60)
    }

    private static func short(hours: Int64, minutes: Int64) -> String {
        if hours == 0 { return "\(minutes) min" }
        return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h"
    }

    /// The largest unit alone, rounded down: "5 min", "2 h", "3 d", "6 wk", "8 mo", "2 y".
    static func coarse(_ span: Span) -> String {
        let minutes = span.milliseconds / 60_000
        let days = minutes / 1440
        switch minutes {
        case ..<60: return "\(minutes) min"
        case ..<1440: return "\(minutes / 60) h"
        case ..<(14 * 1440): return "\(days) d"
        case ..<(70 * 1440): return "\(days / 7) wk"
        case ..<(730 * 1440): return "\(days * 12 / 365) mo"
        default: return "\(days / 365) y"
        }
    }

    private static func clock(_ local: LocalDateTime) -> String {
        String("\(local)".dropFirst(11).prefix(5))
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
