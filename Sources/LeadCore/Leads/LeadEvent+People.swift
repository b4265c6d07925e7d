/// What happens to leads when several people, or several leads, turn out to be about one deal.
extension LeadEvent {
    package struct LeadLink: Hashable, Codable, Sendable {
        package var group: LeadGroup.ID
        /// The lead on the other end.
        package var lead: Lead.ID

        package init(group: LeadGroup.ID, lead: Lead.ID) {
            self.group = group
            self.lead = lead
        }
    }

    package struct MergedInto: Hashable, Codable, Sendable {
        package var survivor: Lead.ID
    }

    /// What a merged lead brought to the one that carries on.
    package struct Absorption: Hashable, Codable, Sendable {
        package var lead: Lead.ID
        package var responses: Int
        package var attempts: Int
        package var firstAttemptAt: Instant?
        /// Only what the survivor did not know itself.
        package var levels: Qualification
        package var grade: Grade?
        /// Nil when the survivor had a value of its own.
        package var value: Money?
        /// People who came with it.
        package var added: [Contact.ID]
        /// The lesser parts that people had who play a greater one now.
        package var before: [ContactLink]
    }

    /// What a lead is again once another one has left it.
    package struct Release: Hashable, Codable, Sendable {
        package var lead: Lead.ID
        package var responses: Int
        package var attempts: Int
        package var firstAttemptAt: Instant?
        package var levels: Qualification
        package var grade: Grade?
        package var value: Money?
    }

    /// A closed lead that is again exactly what it was, since what closed it was undone.
    package struct Restored: Hashable, Codable, Sendable {
        package enum Undone: String, Codable, Sendable {
            case merge, conversion
        }

        package var undone: Undone
        package var status: Status
        package var kind: StatusKind
        package var statusSince: Instant
        package var nextStep: NextStep?
        package var clocks: [Clock]
        package var offer: Lead.Offer?
        package var reason: String?
    }

    package struct AccountChange: Hashable, Codable, Sendable {
        package var account: Account.ID
    }
}

extension LeadEvent {
    /// The other lead that an event tells of.
    package var companion: Lead.ID? {
        switch self {
        case .leadLinked(let link), .leadUnlinked(let link): link.lead
        case .mergedInto(let merged): merged.survivor
        case .absorbed(let absorption): absorption.lead
        case .released(let release): release.lead
        default: nil
        }
    }
}
