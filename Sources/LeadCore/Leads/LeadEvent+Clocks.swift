extension LeadEvent {
    package struct ClockWarned: Hashable, Codable, Sendable {
        package var id: Clock.ID
        package var kind: ClockKind
    }

    package struct ClockEscalated: Hashable, Codable, Sendable {
        package var id: Clock.ID
        package var kind: ClockKind
        /// The level that was reached, from 1.
        package var level: Int
        /// Whom the policy had it tell.
        package var tell: [Told]
        /// When the next level is; nil after the last.
        package var escalatesAt: Instant?
    }

    package struct ClockPaused: Hashable, Codable, Sendable {
        package var id: Clock.ID
        package var kind: ClockKind
        package var until: Instant
        /// As they will be when it goes on then.
        package var times: ClockTimes
    }

    /// A clock whose moments are others now.
    package struct ClockMoved: Hashable, Codable, Sendable {
        package var id: Clock.ID
        package var kind: ClockKind
        package var times: ClockTimes
    }
}
