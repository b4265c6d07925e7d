/// The acts that people do on a lead, for pages that offer only what the rules allow.
package enum LeadVerb: String, CaseIterable, Codable, Sendable {
    case accept, decline, take, attempt, qualify
    case handOff = "hand_off"
    case convert, recycle, wake, reject, lose
    case nextStep = "next_step"
    case assign, reopen
    case pause, resume, extend
    case link, merge
    case unmerge
    case share

    package var permission: Permission {
        switch self {
        case .assign, .extend: .reassignLeads
        case .convert: .convertLeads
        default: .workLeads
        }
    }
}

extension Lead {
    /// What may be done with this lead now; whether its gate is passed is another question.
    package func verbs(in process: LeadProcess, for role: Role) -> [LeadVerb] {
        func reaches(_ kind: StatusKind) -> Bool {
            process.steps.contains { $0.kind == kind && process.allows(status, to: $0.status) }
        }
        return LeadVerb.allCases.filter { verb in
            guard role.may(verb.permission) else { return false }
            return switch verb {
            case .accept, .decline: offer != nil
            case .take: isOpen && owner.pool != nil
            case .attempt, .qualify, .nextStep, .assign: isOpen
            case .handOff: isOpen && reaches(.handed)
            case .share: role != .partner && isOpen && (reaches(.handed) || offer != nil)
            case .convert: isOpen && reaches(.converted)
            case .recycle: isOpen && reaches(.nurture)
            case .wake: kind == .nurture
            case .reject: isOpen && reaches(.rejected)
            case .lose: isOpen && reaches(.lost)
            case .reopen: !isOpen && kind != .converted && kind != .merged
            case .link, .merge: isOpen
            case .unmerge: kind == .merged
            case .pause: isOpen && clocks.contains { $0.kind != .wakeUp && !$0.isPaused }
            case .resume: isOpen && clocks.contains(where: \.isPaused)
            case .extend: isOpen && clocks.contains { $0.kind != .wakeUp && $0.breachedAt != nil }
            }
        }
    }
}
