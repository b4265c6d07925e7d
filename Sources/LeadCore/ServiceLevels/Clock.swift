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

/// A service-level timer of a lead: running until it is stopped; breached once its due time has passed before that.
package struct Clock: Hashable, Codable, Sendable {
    package typealias ID = Identifier<Clock>

    package var id: ID
    package var kind: ClockKind
    package var startedAt: Instant
    package var dueAt: Instant
    package var breachedAt: Instant?

    package init(id: ID, kind: ClockKind, startedAt: Instant, dueAt: Instant, breachedAt: Instant? = nil) {
        self.id = id
        self.kind = kind
        self.startedAt = startedAt
        self.dueAt = dueAt
        self.breachedAt = breachedAt
    }
}
