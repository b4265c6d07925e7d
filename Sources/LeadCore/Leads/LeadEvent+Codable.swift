/// The payload alone, flat: its kind stands in a column beside it.
extension LeadEvent: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .captured(let payload): try payload.encode(to: encoder)
        case .responded(let payload): try payload.encode(to: encoder)
        case .assigned(let payload): try payload.encode(to: encoder)
        case .marketingOwned(let payload): try payload.encode(to: encoder)
        case .nextStepSet(let payload): try payload.encode(to: encoder)
        case .clockStarted(let payload): try payload.encode(to: encoder)
        case .clockStopped(let payload): try payload.encode(to: encoder)
        case .clockBreached(let payload): try payload.encode(to: encoder)
        case .attempted(let payload): try payload.encode(to: encoder)
        case .qualified(let payload): try payload.encode(to: encoder)
        case .moved(let payload): try payload.encode(to: encoder)
        case .handedOff(let payload): try payload.encode(to: encoder)
        case .accepted: try Nothing().encode(to: encoder)
        case .declined(let payload): try payload.encode(to: encoder)
        case .valued(let payload): try payload.encode(to: encoder)
        case .contactLinked(let payload): try payload.encode(to: encoder)
        case .contactUnlinked(let payload): try payload.encode(to: encoder)
        case .converted(let payload): try payload.encode(to: encoder)
        case .recognized(let payload): try payload.encode(to: encoder)
        case .fieldsSet(let payload): try payload.encode(to: encoder)
        case .accountDescribed(let payload): try payload.encode(to: encoder)
        case .corrected(let payload): try payload.encode(to: encoder)
        case .clockWarned(let payload): try payload.encode(to: encoder)
        case .clockEscalated(let payload): try payload.encode(to: encoder)
        case .clockPaused(let payload): try payload.encode(to: encoder)
        case .clockResumed(let payload), .clockRescheduled(let payload): try payload.encode(to: encoder)
        case .leadLinked(let payload): try payload.encode(to: encoder)
        case .leadUnlinked(let payload): try payload.encode(to: encoder)
        case .mergedInto(let payload): try payload.encode(to: encoder)
        case .absorbed(let payload): try payload.encode(to: encoder)
        case .released(let payload): try payload.encode(to: encoder)
        case .restored(let payload): try payload.encode(to: encoder)
        case .accountChanged(let payload): try payload.encode(to: encoder)
        case .mailed(let payload): try payload.encode(to: encoder)
        }
    }

    private struct Nothing: Encodable {}

    /// Reads the payload of an event of a known kind.
    package init(_ kind: Kind, from decoder: any Decoder) throws {
        switch kind {
        case .captured: self = .captured(try Captured(from: decoder))
        case .responded: self = .responded(try Responded(from: decoder))
        case .assigned: self = .assigned(try Assigned(from: decoder))
        case .marketingOwned: self = .marketingOwned(try MarketingOwned(from: decoder))
        case .nextStepSet: self = .nextStepSet(try NextStep(from: decoder))
        case .clockStarted: self = .clockStarted(try Clock(from: decoder))
        case .clockStopped: self = .clockStopped(try ClockStopped(from: decoder))
        case .clockBreached: self = .clockBreached(try ClockBreached(from: decoder))
        case .attempted: self = .attempted(try Attempt(from: decoder))
        case .qualified: self = .qualified(try Qualified(from: decoder))
        case .moved: self = .moved(try Moved(from: decoder))
        case .handedOff: self = .handedOff(try HandedOff(from: decoder))
        case .accepted: self = .accepted
        case .declined: self = .declined(try Reason(from: decoder))
        case .valued: self = .valued(try Money(from: decoder))
        case .contactLinked: self = .contactLinked(try ContactLink(from: decoder))
        case .contactUnlinked: self = .contactUnlinked(try ContactLink(from: decoder))
        case .converted: self = .converted(try Converted(from: decoder))
        case .recognized: self = .recognized(try Recognized(from: decoder))
        case .fieldsSet: self = .fieldsSet(try FieldsSet(from: decoder))
        case .accountDescribed: self = .accountDescribed(try AccountDescribed(from: decoder))
        case .corrected: self = .corrected(try Correction(from: decoder))
        case .clockWarned: self = .clockWarned(try ClockWarned(from: decoder))
        case .clockEscalated: self = .clockEscalated(try ClockEscalated(from: decoder))
        case .clockPaused: self = .clockPaused(try ClockPaused(from: decoder))
        case .clockResumed: self = .clockResumed(try ClockMoved(from: decoder))
        case .clockRescheduled: self = .clockRescheduled(try ClockMoved(from: decoder))
        case .leadLinked: self = .leadLinked(try LeadLink(from: decoder))
        case .leadUnlinked: self = .leadUnlinked(try LeadLink(from: decoder))
        case .mergedInto: self = .mergedInto(try MergedInto(from: decoder))
        case .absorbed: self = .absorbed(try Absorption(from: decoder))
        case .released: self = .released(try Release(from: decoder))
        case .restored: self = .restored(try Restored(from: decoder))
        case .accountChanged: self = .accountChanged(try AccountChange(from: decoder))
        case .mailed: self = .mailed(try Mailed(from: decoder))
        }
    }
}
