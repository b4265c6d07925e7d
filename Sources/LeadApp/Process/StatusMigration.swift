import LeadCore
import LeadStore

/// Leads that a new process version has to give a place: those whose status is gone, or means another kind now.
struct StatusMigration {
    private let moves: [(use: StatusUse, to: Status)]

    /// - Throws: a refusal that counts the leads without a place.
    init(_ uses: [StatusUse], from old: LeadProcess, to new: LeadProcess, _ mapping: [String: String]) throws(Refusal) {
        let displaced = uses.filter { new.kind(of: $0.status) != $0.kind }
        try Self.require(mapping, fits: new, displaced)
        var moves: [(use: StatusUse, to: Status)] = []
        var homeless: [StatusUse] = []
        for use in displaced {
            let place = mapping[use.status.rawValue].map { Status(rawValue: $0) } ?? use.status
            if new[place] == nil { homeless.append(use) } else { moves.append((use, place)) }
        }
        guard homeless.isEmpty else {
            throw Refusal(
                .conflict,
                "statuses_in_use",
                "Some leads are in statuses that the new process does not have. Say where they go.",
                issues: homeless.map { use in
                    let label = old[use.status]?.label ?? use.status.rawValue
                    return .init("/mapping/\(use.status.rawValue)", "\(Self.count(use)) in \(label).")
                }
            )
        }
        self.moves = moves
    }

    /// A slip in the mapping must not look as if it had been followed.
    private static func require(
        _ mapping: [String: String],
        fits new: LeadProcess,
        _ displaced: [StatusUse]
    ) throws(Refusal) {
        let issues = mapping.sorted { $0.key < $1.key }.compactMap { from, to -> Refusal.Issue? in
            if new[Status(rawValue: to)] == nil {
                return .init("/mapping/\(from)", "The new process has no status \(to).")
            }
            if new[Status(rawValue: from)] != nil, !displaced.contains(where: { $0.status.rawValue == from }) {
                return .init("/mapping/\(from)", "\(from) stays in the process: its leads stay in it.")
            }
            return nil
        }
        guard let first = issues.first else { return }
        throw Refusal(.invalid, "mapping_does_not_fit", first.message, issues: issues)
    }

    /// Moves the leads, each by an act of its own in the ledger.
    func run(under policy: Policy, _ tx: borrowing Transaction) throws {
        guard !moves.isEmpty else { return }
        let calendars = try tx.read.roster().calendars(standard: policy.calendar, named: policy.namedCalendars)
        let facts = Facts(now: tx.now, actor: tx.actor, policy: policy, calendars: calendars)
        for (use, place) in moves {
            for id in try tx.read.leads(in: use.status, meaning: use.kind) {
                guard let lead = try tx.read.lead(id) else { continue }
                var act = LeadAct(lead, facts: facts, newClockID: tx.newClockID)
                try act.migrate(to: place)
                try tx.update(act)
            }
        }
    }

    /// "12 leads, 10 of them open,".
    private static func count(_ use: StatusUse) -> String {
        let leads = use.leads == 1 ? "1 lead is" : "\(use.leads) leads are"
        return use.open == 0 ? "\(leads) (closed)" : "\(leads) (\(use.open) open)"
    }
}
