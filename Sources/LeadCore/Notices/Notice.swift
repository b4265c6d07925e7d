/// What a person is told of; the page puts it in words.
package enum NoticeKind: String, CaseIterable, Codable, Sendable {
    /// A lead is theirs now, given by somebody else or by a rule.
    case assigned
    /// A lead waits in a pool that they answer for.
    case waiting
    /// A lead was offered to them.
    case offered
    /// What they offered was accepted, or declined.
    case accepted, declined
    /// A lead that slept with marketing is awake again.
    case woken
    /// A clock of theirs has little time left.
    case warned
    /// Somebody's clock ran out.
    case late
    /// Somebody's clock ran out long ago.
    case escalated
    /// A lead of theirs went to somebody else because its time ran out.
    case passedOn = "passed_on"
    /// A mail to somebody on a lead of theirs did not arrive.
    case mailFailed = "mail_failed"
    /// Nobody in the pool that a rule chose could take a lead.
    case caught
}

/// One thing that one person is told.
package enum Notice {
    package typealias ID = Identifier<Notice>

    /// What its sentence is made of.
    package struct Details: Hashable, Codable, Sendable {
        package var clock: ClockKind?
        /// The escalation level that was reached, from 1.
        package var level: Int?
        /// In whose hands it was when this happened.
        package var held: Owner?
        /// Who has it now, when it changed hands.
        package var holds: Owner?
        package var reason: AssignmentReason?
        package var by: User.ID?

        package init(
            clock: ClockKind? = nil,
            level: Int? = nil,
            held: Owner? = nil,
            holds: Owner? = nil,
            reason: AssignmentReason? = nil,
            by: User.ID? = nil
        ) {
            self.clock = clock
            self.level = level
            self.held = held
            self.holds = holds
            self.reason = reason
            self.by = by
        }
    }
}

/// Something that an act has to tell, before it is known which people that means.
package struct Announcement: Hashable, Sendable {
    package enum To: Hashable, Sendable {
        /// The person, or the duty holder of the pool.
        case holder(Owner)
        /// As an escalation names them, seen from who holds the lead.
        case told(Told, Owner)
    }

    package var to: To
    package var kind: NoticeKind
    package var details: Notice.Details
}
