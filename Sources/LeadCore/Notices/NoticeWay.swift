/// How somebody wants to be told of a kind of thing; the page tells it in any case.
package enum NoticeWay: String, CaseIterable, Codable, Sendable {
    case page
    /// By mail at once, or when their working hours begin.
    case atOnce = "at_once"
    /// In one mail on each working day.
    case digest

    package var label: String {
        switch self {
        case .page: "In Baton"
        case .atOnce: "Also by mail, at once"
        case .digest: "Also in the daily mail"
        }
    }
}

extension WorkingCalendar {
    /// The next time that a daily mail is due: at a minute of the day, in this calendar's zone, on a day with working hours.
    package func nextDigest(after now: Instant, atMinute minute: Int) -> Instant {
        let today = zone.local(now).date
        for days in 0..<400 {
            let date = today + days
            let at = zone.instant(LocalDateTime(date, .minutes(Int64(minute))))
            let (from, to) = (zone.startOfDay(date), zone.startOfDay(date + 1))
            if at > now, workingTime(from: from, to: to) > .zero { return at }
        }
        return now + .days(1)
    }
}

extension NoticeKind {
    /// How a settings page names it.
    package var label: String {
        switch self {
        case .assigned: "A lead is yours"
        case .waiting: "A lead waits in your pool"
        case .offered: "A lead is offered to you"
        case .accepted: "Your offer was accepted"
        case .declined: "Your offer was declined"
        case .woken: "A lead is awake again"
        case .warned: "A clock of yours is due soon"
        case .late: "A clock has run out"
        case .escalated: "A clock is long late"
        case .passedOn: "A lead went to somebody else"
        case .mailFailed: "A mail did not arrive"
        case .caught: "No one in a pool could take a lead"
        }
    }
}
