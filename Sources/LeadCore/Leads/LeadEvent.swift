/// Something that happened to a lead.
///
/// The ledger keeps these and nothing personal: ids, kinds and values of the lead's life.
package enum LeadEvent: Hashable, Sendable {
    case captured(Captured)
    case responded(Responded)
    case assigned(Assigned)
    case marketingOwned(MarketingOwned)
    case nextStepSet(NextStep)
    case clockStarted(Clock)
    case clockStopped(ClockStopped)
    case clockBreached(ClockBreached)
    case attempted(Attempt)
    case qualified(Qualified)
    case moved(Moved)
    case handedOff(HandedOff)
    case accepted
    case declined(Reason)
    case valued(Money)
    case contactLinked(ContactLink)
    case contactUnlinked(ContactLink)
    case converted(Converted)
    case recognized(Recognized)
    case fieldsSet(FieldsSet)
    case accountDescribed(AccountDescribed)
    case corrected(Correction)
    case clockWarned(ClockWarned)
    case clockEscalated(ClockEscalated)
    case clockPaused(ClockPaused)
    case clockResumed(ClockMoved)
    case clockRescheduled(ClockMoved)
    case leadLinked(LeadLink)
    case leadUnlinked(LeadLink)
    case mergedInto(MergedInto)
    case absorbed(Absorption)
    case released(Release)
    case restored(Restored)
    case accountChanged(AccountChange)
    case called(Called)
    case skipped(Skipped)
    case takenBack(TakenBack)
    case contactChanged(ContactChange)
    case reclassified(Reclassified)
    case mailed(Mailed)

    package struct Captured: Hashable, Codable, Sendable {
        package var account: Account.ID
        package var productClass: ProductClass.ID
        package var source: Source.ID
        package var campaign: Campaign.ID?
        package var status: Status
        package var kind: StatusKind
        package var value: Money?
        package var submission: Submission.ID?

        package init(
            account: Account.ID,
            productClass: ProductClass.ID,
            source: Source.ID,
            campaign: Campaign.ID?,
            status: Status,
            kind: StatusKind,
            value: Money?,
            submission: Submission.ID?
        ) {
            self.account = account
            self.productClass = productClass
            self.source = source
            self.campaign = campaign
            self.status = status
            self.kind = kind
            self.value = value
            self.submission = submission
        }
    }

    package struct Responded: Hashable, Codable, Sendable {
        package var response: Response.ID
        package var campaign: Campaign.ID?

        package init(response: Response.ID, campaign: Campaign.ID?) {
            self.response = response
            self.campaign = campaign
        }
    }

    package struct Assigned: Hashable, Codable, Sendable {
        package var owner: Owner
        package var reason: AssignmentReason
    }

    package struct MarketingOwned: Hashable, Codable, Sendable {
        package var owner: User.ID
    }

    package struct ClockStopped: Hashable, Codable, Sendable {
        package var id: Clock.ID
        package var kind: ClockKind
        /// True when what the clock waited for happened before it was due.
        package var met: Bool
    }

    package struct ClockBreached: Hashable, Codable, Sendable {
        package var id: Clock.ID
        package var kind: ClockKind
        /// When the first level of escalation is; nil when there is none.
        package var escalatesAt: Instant?
    }

    package struct Qualified: Hashable, Codable, Sendable {
        package var levels: Qualification
        package var grade: Grade?
        /// Set when a person chose the grade against the rule.
        package var overridden: Bool
    }

    package struct Moved: Hashable, Codable, Sendable {
        package var from: Status
        package var to: Status
        package var kind: StatusKind
        package var reason: String?
        /// Set when a new version of the process moved it, not a person.
        package var migrated: Bool?
        /// Set when it took a recycled lead up again.
        package var cause: WakeCause?
        /// Set when it was brought in as history: taken as it was, so no gate of ours was passed by it (requirement X6).
        package var imported: Bool?
    }

    /// An offer to a seller, with what the lead showed when it passed the gate (requirement C9).
    package struct HandedOff: Hashable, Codable, Sendable {
        package var giver: Owner
        package var gateVersion: Int
        /// Nil in events from before passes were kept.
        package var levels: Qualification?
        package var grade: Grade?
        /// Keys of the custom fields that the gate asked for.
        package var fields: [String]?

        package init(
            giver: Owner,
            gateVersion: Int,
            levels: Qualification? = nil,
            grade: Grade? = nil,
            fields: [String]? = nil
        ) {
            self.giver = giver
            self.gateVersion = gateVersion
            self.levels = levels
            self.grade = grade
            self.fields = fields
        }
    }

    package struct Reason: Hashable, Codable, Sendable {
        package var reason: String
    }

    package struct ContactLink: Hashable, Codable, Sendable {
        package var contact: Contact.ID
        package var role: ContactRole
        /// Who turned out to be this person and leaves the lead with it.
        package var insteadOf: Contact.ID?

        package init(contact: Contact.ID, role: ContactRole, insteadOf: Contact.ID? = nil) {
            self.contact = contact
            self.role = role
            self.insteadOf = insteadOf
        }
    }

    package struct Converted: Hashable, Codable, Sendable {
        package var opportunity: Opportunity.ID
        /// How it passed the gate; nil when a seller had accepted it, and so it had passed before, and in history.
        package var passed: GatePass?
    }

    /// Under which version of the gate a lead passed, and what it showed (requirement X6).
    package struct GatePass: Hashable, Codable, Sendable {
        package var gateVersion: Int
        package var levels: Qualification
        package var grade: Grade?
        /// Keys of the custom fields that the gate asked for.
        package var fields: [String]?
    }

    /// From which responses a lead was recognised, and how far they came.
    package struct Recognized: Hashable, Codable, Sendable {
        package var responses: [Response.ID]
        /// How many of our own activities counted beside them.
        package var touches: Int
        package var points: Int
        package var threshold: Int
    }

    /// Which custom fields got a value and which lost it; never the values.
    package struct FieldsSet: Hashable, Codable, Sendable {
        package var set: [String]
        package var cleared: [String]
    }

    /// Which facts about the account were set, such as `industry`; never what they say.
    package struct AccountDescribed: Hashable, Codable, Sendable {
        package var facts: [String]
    }
}

extension LeadEvent {
    /// The stable name that the ledger, webhooks and exports use.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case captured, responded, assigned, moved, attempted, qualified, accepted, declined, valued, converted
        case marketingOwned = "marketing_owned"
        case nextStepSet = "next_step_set"
        case clockStarted = "clock_started"
        case clockStopped = "clock_stopped"
        case clockBreached = "clock_breached"
        case handedOff = "handed_off"
        case contactLinked = "contact_linked"
        case contactUnlinked = "contact_unlinked"
        case recognized
        case fieldsSet = "fields_set"
        case accountDescribed = "account_described"
        case corrected
        case clockWarned = "clock_warned"
        case clockEscalated = "clock_escalated"
        case clockPaused = "clock_paused"
        case clockResumed = "clock_resumed"
        case clockRescheduled = "clock_rescheduled"
        case absorbed, released, restored
        case leadLinked = "lead_linked"
        case leadUnlinked = "lead_unlinked"
        case mergedInto = "merged_into"
        case accountChanged = "account_changed"
        case called, skipped
        case takenBack = "taken_back"
        case contactChanged = "contact_changed"
        case reclassified
        case mailed
    }

    package var kind: Kind {
        switch self {
        case .captured: .captured
        case .responded: .responded
        case .assigned: .assigned
        case .marketingOwned: .marketingOwned
        case .nextStepSet: .nextStepSet
        case .clockStarted: .clockStarted
        case .clockStopped: .clockStopped
        case .clockBreached: .clockBreached
        case .attempted: .attempted
        case .qualified: .qualified
        case .moved: .moved
        case .handedOff: .handedOff
        case .accepted: .accepted
        case .declined: .declined
        case .valued: .valued
        case .contactLinked: .contactLinked
        case .contactUnlinked: .contactUnlinked
        case .converted: .converted
        case .recognized: .recognized
        case .fieldsSet: .fieldsSet
        case .accountDescribed: .accountDescribed
        case .corrected: .corrected
        case .clockWarned: .clockWarned
        case .clockEscalated: .clockEscalated
        case .clockPaused: .clockPaused
        case .clockResumed: .clockResumed
        case .clockRescheduled: .clockRescheduled
        case .leadLinked: .leadLinked
        case .leadUnlinked: .leadUnlinked
        case .mergedInto: .mergedInto
        case .absorbed: .absorbed
        case .released: .released
        case .restored: .restored
        case .accountChanged: .accountChanged
        case .called: .called
        case .skipped: .skipped
        case .takenBack: .takenBack
        case .contactChanged: .contactChanged
        case .reclassified: .reclassified
        case .mailed: .mailed
        }
    }
}
