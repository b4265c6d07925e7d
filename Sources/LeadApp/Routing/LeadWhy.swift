package import LeadCore
package import LeadStore

/// Why a lead is where it is: for each assignment, escalation and grade the version of the rules, what went into it and what
/// came out, decided again from what was kept (requirement X9, invariant 6).
package struct LeadWhy: Query {
    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package struct Answer: Sendable {
        /// The oldest first.
        package var items: [Item]
        package var directory: Directory
        package var now: Instant
    }

    package struct Item: Sendable {
        package enum Matter: Sendable {
            case assignment(LeadEvent.Assigned, RoutingTrace?, rule: AssignmentRule?)
            case escalation(LeadEvent.ClockEscalated)
            case grade(LeadEvent.Qualified)
        }

        package var seq: Int64
        package var at: Instant
        /// The version of the policy that it was decided under.
        package var policy: Int
        package var matter: Matter
        /// Whether deciding again gives the same; nil where a person decided.
        package var isSame: Bool?
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let lead = try desk.access.lead(lead, snapshot)
        let traces = Dictionary(
            try snapshot.decisions(of: lead.id).map { ($0.seq, $0.trace) },
            uniquingKeysWith: { first, _ in first }
        )
        var policies: [Int: Policy] = [desk.policy.version: desk.policy]
        var items: [Item] = []
        for line in try snapshot.ledger(of: lead.id) {
            let event = try line.leadEvent()
            guard event.isDecided else { continue }
            let version = traces[line.seq]?.record.policy ?? line.policy
            if policies[version] == nil, let body = try snapshot.policyBody(version) {
                policies[version] = try JSON.value(PolicyBody.self, from: body).policy(version: version)
            }
            guard let policy = policies[version] else { continue }
            if let item = Item(line, event, traces[line.seq], policy) { items.append(item) }
        }
        return Answer(items: items, directory: try Directory(snapshot), now: now)
    }
}

extension LeadWhy.Item {
    fileprivate init?(_ line: LedgerLine, _ event: LeadEvent, _ trace: RoutingTrace?, _ policy: Policy) {
        seq = line.seq
        at = line.at
        self.policy = policy.version
        switch event {
        case .assigned(let assigned):
            let rule = trace?.decision.rule.flatMap { key in policy.assignment.rules.first { $0.key == key } }
            matter = .assignment(assigned, trace, rule: rule)
            isSame = trace.map { trace in
                let catalogue = ConditionCatalogue(fields: policy.process.fields)
                let again = policy.assignment.decide(trace.record.asked(catalogue))
                return again == trace.decision && again.owner == assigned.owner
            }
        case .clockEscalated(let escalated):
            matter = .escalation(escalated)
            let levels = policy.serviceLevels[escalated.kind].levels
            let level = levels.indices.contains(escalated.level - 1) ? levels[escalated.level - 1] : nil
            isSame = (level?.tell ?? []) == escalated.tell
        case .qualified(let qualified):
            matter = .grade(qualified)
            isSame = qualified.overridden ? nil : qualified.levels.grade == qualified.grade
        default: return nil
        }
    }
}

extension LeadEvent {
    /// Whether a rule, or a person in its place, decided something by it.
    fileprivate var isDecided: Bool {
        switch self {
        case .assigned, .clockEscalated, .qualified: true
        default: false
        }
    }
}
