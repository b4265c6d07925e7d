import LeadApp
import LeadCore
import LeadStore

/// Invariant 6, from what is stored alone: each line of a ledger can be explained by the policy that it names, and by what
/// came before it.
extension Exam {
    typealias Line = (seq: Int64, event: LeadEvent, at: Instant, policy: PolicyBody)

    static func reasons(_ lead: Lead.ID, _ lines: [Line]) throws {
        var due: [Clock.ID: Instant] = [:]
        var levels: [Clock.ID: Int] = [:]
        for (index, line) in lines.enumerated() {
            switch line.event {
            case .assigned(let assigned): try explain(assigned, lead)
            case .moved(let moved): try explain(moved, at: index, lines, lead)
            case .handedOff(let passed): try explain(passed, line.policy, lead)
            case .declined(let declined): try require(declined.reason, "declined", lead)
            case .clockStarted(let clock): due[clock.id] = clock.dueAt
            case .clockPaused(let paused): due[paused.id] = paused.times.dueAt
            case .clockResumed(let moved), .clockRescheduled(let moved): due[moved.id] = moved.times.dueAt
            case .restored(let restored): for clock in restored.clocks { due[clock.id] = clock.dueAt }
            case .clockBreached(let breached):
                guard let at = due[breached.id], at <= line.at else {
                    throw unexplained(lead, "clock \(breached.id) breached at \(line.at), before it was due")
                }
                levels[breached.id] = 0
            case .clockEscalated(let escalated):
                guard levels[escalated.id] == escalated.level - 1 else {
                    throw unexplained(lead, "level \(escalated.level) after \(levels[escalated.id] as Any)")
                }
                levels[escalated.id] = escalated.level
            default: break
            }
        }
    }

    private static func unexplained(_ lead: Lead.ID, _ what: String) -> Violation {
        Violation("One decision, one reason", "lead \(lead): \(what)")
    }

    private static func require(_ reason: String?, _ what: String, _ lead: Lead.ID) throws {
        guard let reason, reason.contains(where: { $0 != " " }) else {
            throw unexplained(lead, "\(what) without a reason")
        }
    }

    private static func explain(_ assigned: LeadEvent.Assigned, _ lead: Lead.ID) throws {
        let fits =
            switch assigned.reason {
            case .turn, .taken: assigned.owner.person != nil
            case .queue, .nobodyAvailable: assigned.owner.pool != nil
            default: assigned.owner != .elsewhere
            }
        guard fits else { throw unexplained(lead, "\(assigned.owner) got it because of \(assigned.reason.rawValue)") }
    }

    private static func explain(_ moved: LeadEvent.Moved, at index: Int, _ lines: [Line], _ lead: Lead.ID) throws {
        guard moved.imported != true, moved.migrated != true else { return }
        switch moved.kind {
        case .rejected, .lost, .nurture: try require(moved.reason, "\(moved.kind)", lead)
        case .handed:
            let next = lines[(index + 1)...].first { if case .handedOff = $0.event { true } else { false } }
            guard next?.at == lines[index].at else { throw contract(lead, "was handed off and names no gate") }
        case .converted, .qualified:
            let before = Lead.fold(lead, lines[..<index].map { ($0.event, $0.at) })
            guard let before else { throw unexplained(lead, "moved before it was there") }
            // A seller gives back, or converts, what was let through once.
            let wasOffered = lines[..<index].contains { if case .handedOff = $0.event { true } else { false } }
            let isLetThrough =
                moved.kind == .converted ? before.kind == .accepted : before.kind == .handed && wasOffered
            guard !isLetThrough else { return }
            if moved.kind == .converted { try requirePass(lines[..<index], lines[index].policy, lead) }
            try requireGate(lines[index].policy, before.qualification, before.grade, lead)
        default: break
        }
    }

    /// Requirement X6: the pass says which gate it was, and what was shown satisfies that gate as it was in force.
    private static func explain(_ passed: LeadEvent.HandedOff, _ policy: PolicyBody, _ lead: Lead.ID) throws {
        guard passed.gateVersion == policy.gate.version, let levels = passed.levels else {
            throw contract(lead, "passed gate \(passed.gateVersion), in force was \(policy.gate.version)")
        }
        try requireGate(policy, levels, passed.grade, lead)
        guard Set(policy.gate.fields).isSubset(of: passed.fields ?? []) else {
            throw contract(lead, "passed without \(policy.gate.fields)")
        }
    }

    /// A conversion past no seller names the gate itself.
    private static func requirePass(_ lines: ArraySlice<Line>, _ policy: PolicyBody, _ lead: Lead.ID) throws {
        let last = lines.last { if case .converted = $0.event { true } else { false } }
        guard case .converted(let converted)? = last?.event, let pass = converted.passed,
            pass.gateVersion == policy.gate.version
        else { throw contract(lead, "became a deal and does not say by which gate") }
        try requireGate(policy, pass.levels, pass.grade, lead)
    }

    private static func requireGate(
        _ policy: PolicyBody,
        _ shown: Qualification,
        _ grade: Grade?,
        _ lead: Lead.ID
    ) throws {
        let order: [Level?] = [nil, .low, .medium, .high]
        func rank(_ level: Level?) -> Int { order.firstIndex(of: level) ?? 0 }
        for criterion in Criterion.allCases
        where rank(shown.level(criterion)) < rank(policy.gate.minimum.level(criterion)) {
            throw contract(lead, "passed with \(criterion.rawValue) \(shown.level(criterion)?.rawValue ?? "unknown")")
        }
        let grades: [Grade?] = [nil, .poor, .good, .hot]
        guard grades.firstIndex(of: grade) ?? 0 >= grades.firstIndex(of: policy.gate.grade) ?? 0 else {
            throw contract(lead, "passed as \(grade?.rawValue ?? "ungraded")")
        }
    }

    private static func contract(_ lead: Lead.ID, _ what: String) -> Violation {
        Violation("Handoff contract", "lead \(lead) \(what)")
    }
}
