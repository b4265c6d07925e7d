/// Whom an escalation tells, seen from the lead.
package enum Told: String, CaseIterable, Codable, Sendable {
    case owner
    /// The owner's manager.
    case manager
    /// The lead's marketing owner, or marketing.
    case marketing
    /// Who answers for the owner's pool.
    case dutyHolder = "duty_holder"

    package var label: String {
        switch self {
        case .owner: "Owner"
        case .manager: "Owner's manager"
        case .marketing: "Marketing"
        case .dutyHolder: "Duty holder"
        }
    }
}

/// One rung of an escalation: so long past due, these are told, and the lead may go to somebody else.
package struct EscalationLevel: Hashable, Codable, Sendable {
    /// Working time past due; zero means at the breach itself.
    package var after: Span
    package var tell: [Told]
    /// Gives the lead to another present member of the owner's pool.
    package var reassign: Bool

    package init(after: Span, tell: [Told], reassign: Bool = false) {
        self.after = after
        self.tell = tell
        self.reassign = reassign
    }
}

/// What happens while a kind of clock runs out (requirements E4, F2, F3): a warning, then levels in the order of their time.
package struct ServiceLevel: Hashable, Codable, Sendable {
    /// The share of the time, in percent, after which the owner is warned; zero for no warning.
    package var warnPercent: Int
    package var levels: [EscalationLevel]

    package init(warnPercent: Int, levels: [EscalationLevel]) {
        self.warnPercent = warnPercent
        self.levels = levels
    }

    /// When the owner is warned of a clock that runs from `start` to `due`; nil when there is no time for it.
    package func warning(from start: Instant, to due: Instant, in calendar: WorkingCalendar) -> Instant? {
        guard warnPercent > 0, warnPercent < 100 else { return nil }
        let whole = calendar.workingTime(from: start, to: due)
        let part = Span(milliseconds: whole.milliseconds / 100 * Int64(warnPercent))
        guard part > .zero else { return nil }
        let warning = calendar.add(part, to: start)
        return warning < due ? warning : nil
    }

    /// When the level with this index fires for a clock that was due at `due`; nil when there is no such level.
    package func time(ofLevel index: Int, due: Instant, in calendar: WorkingCalendar) -> Instant? {
        levels.indices.contains(index) ? calendar.add(levels[index].after, to: due) : nil
    }
}
