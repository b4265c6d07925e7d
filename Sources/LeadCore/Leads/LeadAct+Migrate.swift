extension LeadAct {
    /// Moves the lead to its status of a new process version, `facts.policy` being the new one.
    ///
    /// An open lead keeps custody: its owner stays, and its clock and next step too unless the new status has another kind or
    /// clock. Nothing is won or lost by a new version: closed leads keep their kind, open ones stay open, and nobody gets past
    /// the gate, gives back an offer or wakes a sleeping lead by it.
    ///
    /// - Parameter status: the place that the mapping gives it.
    package mutating func migrate(to status: Status) throws(Refusal) {
        let target = try step(of: status)
        guard target.kind.takes(over: lead.kind) else {
            throw Refusal(
                .conflict,
                "mapping_changes_meaning",
                "Leads that are \(lead.kind.words) cannot be moved to \(target.label).",
                issues: [.init("/mapping/\(lead.status.rawValue)", target.kind.refusal(for: lead.kind))]
            )
        }
        guard status != lead.status || target.kind != lead.kind else { return }
        let before = lead.kind
        record(.moved(.init(from: lead.status, to: status, kind: target.kind, reason: nil, migrated: true)))
        guard target.kind.isOpen else { return }
        let runsOn = target.kind == before && lead.clocks.contains { $0.kind == target.clock?.kind }
        guard !runsOn || lead.nextStep == nil else { return }
        stopClocks()
        startCustody(of: target)
    }
}

extension StatusKind {
    /// Whether leads of another kind may be moved here by a new version of the process.
    package func takes(over other: StatusKind) -> Bool {
        switch self {
        case other: true
        case .new, .working: [.new, .working, .qualified, .accepted].contains(other)
        default: false
        }
    }

    fileprivate func refusal(for other: StatusKind) -> String {
        if other.isOpen, !isOpen { return "That would close open leads. Close them with a reason first." }
        if !other.isOpen { return "Closed leads keep what they were closed as." }
        switch other {
        case .handed: return "These leads are offered to sellers: let them be accepted or declined first."
        case .nurture: return "These leads sleep until their wake dates: choose a status of the same kind."
        default:
            return
                "That would take leads further than they have come: choose the same kind of status, or a working one."
        }
    }

    fileprivate var words: String {
        switch self {
        case .new: "new"
        case .working: "being worked on"
        case .qualified: "qualified"
        case .handed: "handed off"
        case .accepted: "accepted"
        case .nurture: "with marketing"
        case .rejected: "not qualified"
        case .lost: "lost"
        case .converted: "converted"
        case .merged: "merged"
        }
    }
}
