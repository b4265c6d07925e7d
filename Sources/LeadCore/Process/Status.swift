/// The stable key of a status in a lead process, such as `open` or `handed_off`.
///
/// Labels may change; keys never do.
package struct Status: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        rawValue = value
    }
}

extension Status {
    /// Where merged leads rest: Baton's own, in no company's process, so no board or funnel has a place for it.
    package static let merged: Status = "merged"
}

/// What a status means to the rules, whatever a company calls it.
package enum StatusKind: String, CaseIterable, Codable, Sendable {
    /// Nobody has tried to reach the people yet.
    case new
    /// Attempts and qualification are going on.
    case working
    /// Meets the minimum; ready to be handed to sales.
    case qualified
    /// Offered to a seller who has neither accepted nor declined.
    case handed
    /// A seller took it.
    case accepted
    /// Back with marketing until a wake date or a new signal.
    case nurture
    /// Closed: not a buyer, with a reason.
    case rejected
    /// Closed: was a buyer, but not from us.
    case lost
    /// Closed: became an opportunity.
    case converted
    /// Closed: another lead carries on with all that it had.
    case merged

    /// Open leads are in somebody's custody; closed ones are history.
    package var isOpen: Bool {
        switch self {
        case .new, .working, .qualified, .handed, .accepted, .nurture: true
        case .rejected, .lost, .converted, .merged: false
        }
    }
}
