import LeadCore

extension JSONValue {
    /// A running clock: when it is due, and what it has done so far.
    static func clock(_ clock: Clock) -> JSONValue {
        [
            "kind": .text(clock.kind.rawValue), "startedAt": .time(clock.startedAt), "dueAt": .time(clock.dueAt),
            "warnAt": .time(clock.warnAt), "warnedAt": .time(clock.warnedAt), "breachedAt": .time(clock.breachedAt),
            "level": .int(clock.level), "escalatesAt": .time(clock.escalatesAt),
            "pausedUntil": .time(clock.pausedUntil),
        ]
    }

    /// The evidence of attempts, and what is missing before the lead may be given up as unreachable.
    static func tried(_ tried: AttemptEvidence, _ rule: UnreachableRule) -> JSONValue {
        [
            "attempts": .int(tried.count),
            "channels": .list(Channel.allCases.filter(tried.channels.contains).map { .text($0.rawValue) }),
            "dayParts": .list(DayPart.allCases.filter(tried.parts.contains).map { .text($0.rawValue) }),
            "missing": .list(
                rule.missing(in: tried).map { ["pointer": .text($0.pointer), "detail": .text($0.message)] }
            ),
        ]
    }
}
