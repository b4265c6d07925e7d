/// A moment, worded three ways; the absolute text is in the reader's time zone.
struct MomentView: Encodable {
    /// RFC 3339, for `<time datetime>`.
    var iso: String
    /// "Mon 23 Nov, 09:00".
    var text: String
    /// "in 2 h", "3 d ago".
    var relative: String
}

/// A lead status (or opportunity stage) as a pill.
struct StatusView: Encodable {
    /// Stable code, as in the API.
    var code: String
    var label: String
    /// `open`, `active` (attempted), `talking` (in qualification), `ready`, `offered`, `won`, `parked` or `closed`: the pill's colour.
    var tone: String
}

/// Hot, Good or Poor.
struct GradeView: Encodable {
    var label: String
    /// `hot`, `good` or `poor`.
    var code: String
}

/// Who holds something: a person, or a queue with its named duty holder.
struct HolderView: Encodable {
    var name: String
    var initials: String
    /// 0–7, the avatar's colour; any stable hash of the holder's id.
    var hue: Int
    /// Set for a queue only: who is on duty for it.
    var duty: String?
}

/// A running (or just stopped) service-level clock.
struct ClockView: Encodable {
    /// What it measures, such as "First response".
    var name: String
    /// "3 h 20 min left", "1 d 2 h over", "stopped".
    var remaining: String
    /// `ok`, `warn`, `late` or `stopped`.
    var tone: String
    /// Share of the allowed time that is used up, 0–1000; 1000 and over is drawn full.
    var used: Int
    var due: MomentView
    /// The policy in words: "4 working hours, Berlin calendar".
    var policy: String
    /// "Warned", "Level 2 reached", "Paused until Tue 1 Dec"; nil while nothing has happened.
    var note: String?
}
