/// What a line of a lead's ledger said wrongly, and what is true (requirements X2, X20).
///
/// The line stays as it was written; whoever reads the ledger reads it with the corrections that came later.
package struct Correction: Hashable, Sendable {
    package enum Change: Hashable, Sendable {
        /// The status change happened then; `isPresent` when it is the one that the lead's status stems from.
        case time(Instant, isPresent: Bool)
        /// That is who got the lead; `isPresent` when they hold it still.
        case owner(Owner, isPresent: Bool)
        /// The status change never happened; the lead is where it was.
        case undone(Former)
    }

    /// Where a lead was before a status change.
    package struct Former: Hashable, Codable, Sendable {
        package var status: Status
        package var kind: StatusKind
        package var since: Instant
        package var reason: String?
        package var offer: Lead.Offer?

        package init(status: Status, kind: StatusKind, since: Instant, reason: String?, offer: Lead.Offer?) {
            self.status = status
            self.kind = kind
            self.since = since
            self.reason = reason
            self.offer = offer
        }
    }

    /// The sequence number of the line.
    package var line: Int64
    package var change: Change

    package init(line: Int64, _ change: Change) {
        self.line = line
        self.change = change
    }
}

extension Lead {
    mutating func correct(_ correction: Correction) {
        switch correction.change {
        case .time(let at, let isPresent): if isPresent { statusSince = at }
        case .owner(let owner, let isPresent): if isPresent { self.owner = owner }
        case .undone(let former):
            status = former.status
            kind = former.kind
            statusSince = former.since
            reason = former.reason
            offer = former.offer
            if !former.kind.isOpen { nextStep = nil }
        }
    }
}
