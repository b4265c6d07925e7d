/// What a running clock waits for.
package enum ClockKind: String, CaseIterable, Codable, Sendable {
    case firstResponse = "first_response"
    case followUp = "follow_up"
    case qualification
    case accept
    case wakeUp = "wake_up"

    package var label: String {
        switch self {
        case .firstResponse: "First response"
        case .followUp: "Follow-up"
        case .qualification: "Qualification"
        case .accept: "Accept or decline"
        case .wakeUp: "Wake-up"
        }
    }
}

/// How long a kind of waiting may take, in working time.
package struct ClockTarget: Hashable, Codable, Sendable {
    package var kind: ClockKind
    package var within: Span

    package init(_ kind: ClockKind, _ within: Span) {
        self.kind = kind
        self.within = within
    }
}

/// A service-level timer of a lead: running until it is stopped; it warns, breaches once its due time has passed, and
/// escalates level by level, each once for ever.
package struct Clock: Hashable, Codable, Sendable {
    package typealias ID = Identifier<Clock>

    package var id: ID
    package var kind: ClockKind
    package var startedAt: Instant
    package var dueAt: Instant
    package var breachedAt: Instant?
    /// When its owner is warned; nil when nobody is.
    package var warnAt: Instant?
    package var warnedAt: Instant?
    /// How many escalation levels were reached.
    package var level = 0
    /// When the next level is; nil before the breach, and when none is left.
    package var escalatesAt: Instant?
    /// While it is paused its times are those of a clock that goes on at `pausedUntil`.
    package var pausedSince: Instant?
    package var pausedUntil: Instant?

    package init(
        id: ID,
        kind: ClockKind,
        startedAt: Instant,
        dueAt: Instant,
        breachedAt: Instant? = nil,
        warnAt: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.startedAt = startedAt
        self.dueAt = dueAt
        self.breachedAt = breachedAt
        self.warnAt = warnAt
    }

    /// When it has something to do next; nil when it has done everything.
    package var firesAt: Instant? {
        if let pausedUntil { return pausedUntil }
        if breachedAt != nil { return escalatesAt }
        if warnedAt == nil, let warnAt, warnAt < dueAt { return warnAt }
        return dueAt
    }

    package var isPaused: Bool { pausedUntil != nil }
}

extension Clock {
    /// Reads clocks that were written before they could warn, escalate and pause too.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(ID.self, forKey: .id)
        kind = try values.decode(ClockKind.self, forKey: .kind)
        startedAt = try values.decode(Instant.self, forKey: .startedAt)
        dueAt = try values.decode(Instant.self, forKey: .dueAt)
        breachedAt = try values.decodeIfPresent(Instant.self, forKey: .breachedAt)
        warnAt = try values.decodeIfPresent(Instant.self, forKey: .warnAt)
        warnedAt = try values.decodeIfPresent(Instant.self, forKey: .warnedAt)
        level = try values.decodeIfPresent(Int.self, forKey: .level) ?? 0
        escalatesAt = try values.decodeIfPresent(Instant.self, forKey: .escalatesAt)
        pausedSince = try values.decodeIfPresent(Instant.self, forKey: .pausedSince)
        pausedUntil = try values.decodeIfPresent(Instant.self, forKey: .pausedUntil)
    }
}
