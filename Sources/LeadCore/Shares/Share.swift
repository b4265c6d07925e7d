/// One lead lent to one partner by a link.
package enum Share {
    package typealias ID = Identifier<Share>

    /// Why a link does nothing any more.
    package enum End: String, Sendable {
        case expired, revoked, used
        case passedOn = "passed_on"

        /// What whoever opens it is told, and what to do.
        package var sentence: String {
            switch self {
            case .expired: "This link has expired. Ask whoever sent it to you for a new one."
            case .revoked: "This link was taken back. Ask whoever sent it to you if you still need it."
            case .used: "You have answered this lead already. Thank you; there is nothing left to do here."
            case .passedOn:
                "This lead has gone to somebody else meanwhile. Ask whoever sent it to you if you still want it."
            }
        }
    }

    /// Why a link does not work now; nil when it does.
    package static func end(
        expiresAt: Instant,
        revokedAt: Instant?,
        endedAt: Instant?,
        partner: User.ID,
        lead: Lead,
        at now: Instant
    ) -> End? {
        if revokedAt != nil { return .revoked }
        if endedAt != nil { return .used }
        if expiresAt <= now { return .expired }
        return lead.owner.person == partner ? nil : .passedOn
    }
}

/// What a partner reports of a lead.
package enum ShareOutcome: String, CaseIterable, Codable, Sendable {
    case accepted, declined, contacted, won, lost

    package var label: String {
        switch self {
        case .accepted: "Accepted"
        case .declined: "Declined"
        case .contacted: "Contacted"
        case .won: "Won"
        case .lost: "Lost"
        }
    }

    /// Nothing is left to report after it.
    package var isLast: Bool { self == .declined || self == .won || self == .lost }
}

/// Who buys through a partner.
package struct EndCustomer: Hashable, Codable, Sendable {
    package var company: String
    package var person: String?
    package var city: String?

    package init(company: String, person: String? = nil, city: String? = nil) {
        self.company = company
        self.person = person
        self.city = city
    }

    package var line: String { [company, person, city].compactMap { $0 }.joined(separator: ", ") }
}
