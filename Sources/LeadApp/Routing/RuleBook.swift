package import LeadCore
package import LeadStore

/// Rules that somebody works on, until they are put in force or thrown away: kept in the workspace, so that neither a closed
/// browser nor a restart loses them.
package struct RuleDraft: Codable, Hashable, Sendable {
    static let setting = "assignment_draft"

    package var rules: AssignmentRules
    /// The version of the policy that it was made from.
    package var base: Int

    package init(rules: AssignmentRules, base: Int) {
        self.rules = rules
        self.base = base
    }
}

/// Keeps a draft of the rules; nil throws it away.
package struct SaveRuleDraft: Command {
    package typealias Outcome = Done
    package static let name = "save_rule_draft"
    package static let permission = Permission.administer

    package var draft: RuleDraft?

    package init(_ draft: RuleDraft?) {
        self.draft = draft
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard let draft else {
            try tx.set(RuleDraft.setting, to: "")
            return Done()
        }
        let keys = draft.rules.rules.map(\.key)
        guard Set(keys).count == keys.count else { throw Refusal.invalid("/rules", "Two rules have the same key.") }
        _ = try draft.rules.read(by: ConditionCatalogue(fields: desk.policy.process.fields))
        try tx.set(RuleDraft.setting, to: try JSON.text(draft))
        return Done()
    }
}

/// The rules in force, the draft of the next ones, and what is wrong with whichever is worked on.
package struct RuleBook: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package struct Answer: Sendable {
        package var version: Int
        package var inForce: AssignmentRules
        package var draft: RuleDraft?
        package var faults: [RuleFault]
        package var pools: [Named<Pool>]
        /// The pool of last resort where the rules name none.
        package var standard: Pool.ID?
        package var catalogue: ConditionCatalogue
        package var names: RuleNames
        package var body: PolicyBody

        /// The rules that are worked on.
        package var rules: AssignmentRules { draft?.rules ?? inForce }
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        guard let text = try snapshot.policyBody(desk.policy.version) else { throw Refusal.notFound("policy") }
        let body = try JSON.value(PolicyBody.self, from: text)
        let kept = try snapshot.setting(RuleDraft.setting) ?? ""
        let draft = kept.isEmpty ? nil : try JSON.value(RuleDraft.self, from: kept)
        var policy = desk.policy
        let catalogue = ConditionCatalogue(fields: policy.process.fields)
        policy.assignment = (draft?.rules ?? body.assignment ?? AssignmentRules()).understood(by: catalogue)
        return Answer(
            version: policy.version,
            inForce: body.assignment ?? AssignmentRules(),
            draft: draft,
            faults: try RuleCheck(policy, snapshot, now: now).faults,
            pools: try snapshot.pools(),
            standard: try DefaultPool.id(snapshot),
            catalogue: catalogue,
            names: try RuleNames(snapshot, policy),
            body: body.complete
        )
    }
}

/// Puts the draft in force as the next version of the policy, unless leads would fall through it.
package struct EnforceRuleDraft: Command {
    package typealias Outcome = Int
    package static let name = "enforce_rule_draft"
    package static let permission = Permission.administer

    package init() {}

    package func subject(after outcome: Int) -> String? { "policy:\(outcome)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        let kept = try tx.read.setting(RuleDraft.setting) ?? ""
        guard !kept.isEmpty, let text = try tx.read.policyBody(desk.policy.version) else {
            throw Refusal.notFound("draft of the rules")
        }
        let draft = try JSON.value(RuleDraft.self, from: kept)
        var body = try JSON.value(PolicyBody.self, from: text)
        // Other parts of the policy may have changed meanwhile; only other rules in between are a conflict.
        let older = try tx.read.policyBody(draft.base).map { try JSON.value(PolicyBody.self, from: $0) }
        let base = older?.assignment == body.assignment ? nil : draft.base
        body.assignment = draft.rules
        let version = try SetPolicy(body: body, base: base).perform(tx, desk)
        try tx.set(RuleDraft.setting, to: "")
        return version
    }
}
