package import LeadCore
package import LeadStore

/// Says how a kind of clock warns and escalates: a new version of the policy.
package struct SetServiceLevel: Command {
    package typealias Outcome = Int
    package static let name = "set_service_level"
    package static let permission = Permission.administer

    package var kind: ClockKind
    package var level: ServiceLevel

    package init(kind: ClockKind, level: ServiceLevel) {
        self.kind = kind
        self.level = level
    }

    package func subject(after outcome: Outcome) -> String? { "policy:\(outcome)" }

    /// - Returns: the new version of the policy.
    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        try desk.changePolicy(tx) { body in
            var levels = body.serviceLevels ?? .standard
            levels.byKind[kind] = level
            body.serviceLevels = levels
        }
    }
}

/// Says what must have been tried before a lead may be given up as unreachable: a new version of the policy.
package struct SetUnreachableRule: Command {
    package typealias Outcome = Int
    package static let name = "set_unreachable_rule"
    package static let permission = Permission.administer

    package var rule: UnreachableRule

    package init(rule: UnreachableRule) {
        self.rule = rule
    }

    package func subject(after outcome: Outcome) -> String? { "policy:\(outcome)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        try desk.changePolicy(tx) { $0.unreachable = rule }
    }
}

extension Desk {
    /// Puts the policy in force, changed in one respect, as a new version.
    func changePolicy(_ tx: borrowing Transaction, _ edit: (inout PolicyBody) throws -> Void) throws -> Int {
        guard let text = try tx.read.policyBody(policy.version) else {
            throw StoreError.corrupt("policy version \(policy.version)")
        }
        var body: PolicyBody = try JSON.value(from: text)
        try edit(&body)
        return try SetPolicy(body: body).perform(tx, self)
    }
}

extension PolicyBody {
    /// What `SetPolicy` asks of calendars, service levels and the evidence of attempts.
    func requireServiceLevels(_ tx: borrowing Transaction) throws {
        let faults = (serviceLevels ?? .standard).faults.map {
            Refusal.Issue("/serviceLevels\($0.pointer)", $0.message)
        }
        guard faults.isEmpty else {
            throw Refusal(.invalid, "service_levels_invalid", "These service levels cannot work.", issues: faults)
        }
        let names = [calendar.name] + (calendars ?? []).map(\.name)
        guard Set(names).count == names.count else {
            throw Refusal(
                .conflict,
                "name_taken",
                "Two calendars have the same name.",
                issues: [.init("/name", "Is taken already.")]
            )
        }
        let gone = Set(try tx.read.calendarChoices().values).subtracting(names).sorted()
        guard gone.isEmpty else {
            throw Refusal(
                .conflict,
                "calendar_in_use",
                "People or teams work by a calendar that would be gone.",
                issues: gone.map { .init("/calendars", "\($0) is in use.") }
            )
        }
        let rule = unreachable ?? .standard
        guard (0...20).contains(rule.attempts), (0...Channel.allCases.count).contains(rule.channels),
            (0...DayPart.allCases.count).contains(rule.parts)
        else {
            throw Refusal.invalid(
                "/unreachable",
                "At most 20 attempts, \(Channel.allCases.count) channels and \(DayPart.allCases.count) parts of the day."
            )
        }
    }
}
