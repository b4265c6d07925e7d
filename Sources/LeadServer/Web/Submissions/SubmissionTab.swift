import LeadStore

/// The ways in which an arrival is no lead.
enum SubmissionTab: String, CaseIterable {
    case quarantined, rejected, pending

    var outcome: SubmissionOutcome {
        switch self {
        case .quarantined: .quarantined
        case .rejected: .rejected
        case .pending: .pending
        }
    }

    var path: String {
        self == .quarantined ? "/submissions" : "/submissions?outcome=\(rawValue)"
    }

    var label: String {
        switch self {
        case .quarantined: "Held back"
        case .rejected: "Refused"
        case .pending: "Not decided"
        }
    }

    var intro: String {
        switch self {
        case .quarantined:
            "These look like machines, or could not be read. Release what is real: it becomes a lead as if it had just come in."
        case .rejected: "These were answered with a no, or dismissed by somebody. They stay here, as they came."
        case .pending: "These are stored and wait for their decision. They should be gone in a moment."
        }
    }

    var emptyTitle: String {
        switch self {
        case .quarantined: "Nothing is held back"
        case .rejected: "Nothing was refused"
        case .pending: "Everything is decided"
        }
    }

    var emptySentence: String {
        switch self {
        case .quarantined: "What looks like a machine waits here until somebody has looked at it."
        case .rejected: "What cannot become a lead is kept here with its reason."
        case .pending: "Each arrival has become a lead, a response or a contact, or is on another page here."
        }
    }
}
