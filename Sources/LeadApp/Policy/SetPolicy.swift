package import LeadCore
package import LeadStore

/// Puts a new policy in force; leads whose status it does not have any more move where the mapping says, in the same
/// transaction.
package struct SetPolicy: Command {
    package typealias Outcome = Int
    package static let name = "set_policy"
    package static let permission = Permission.administer

    package var body: PolicyBody
    /// Where leads go whose status is gone or means something else now: old status to new.
    package var mapping: [String: String]
    /// The version that the body was made from; refused when another is in force by now.
    package var base: Int?

    package init(body: PolicyBody, mapping: [String: String] = [:], base: Int? = nil) {
        self.body = body
        self.mapping = mapping
        self.base = base
    }

    package func subject(after outcome: Outcome) -> String? { "policy:\(outcome)" }

    /// - Returns: the new version.
    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        let old = desk.policy
        try requireBase(old.version)
        try requireSound()
        try requireFieldKinds(tx)
        var body = body
        body.gate.version = body.gate.asksSame(as: old.gate) ? old.gate.version : old.gate.version + 1
        let migration = try StatusMigration(try tx.read.statusUses(), from: old.process, to: body.process, mapping)
        try body.recognition?.validate()
        try body.requireServiceLevels(tx)
        try body.requireCalls(tx)
        try body.requireSoundRules(old, tx)
        if let days = body.undoDays, !(0...365).contains(days) {
            throw Refusal.invalid("/undoDays", "Undoing is possible for 0 to 365 days.")
        }
        let policy = try body.policy(version: old.version + 1)
        try tx.insertPolicy(policy.version, body: try JSON.text(body))
        try migration.run(under: policy, tx)
        return policy.version
    }

    private func requireBase(_ current: Int) throws(Refusal) {
        guard let base, base != current else { return }
        throw Refusal(
            .outdated,
            "version_mismatch",
            "Somebody put version \(current) in force while this was made from version \(base). Look again and repeat."
        )
    }

    private func requireSound() throws(Refusal) {
        let faults = body.process.faults
        guard faults.isEmpty else {
            throw Refusal(
                .invalid,
                "process_would_drop_leads",
                "This process would drop leads.",
                issues: faults.map { .init("/process", $0) }
            )
        }
        let stages = body.stages.faults
        guard stages.isEmpty else {
            throw Refusal(
                .invalid,
                "stages_impossible",
                "No deal could go through these stages.",
                issues: stages.map { .init("/stages", $0) }
            )
        }
        guard body.currency.wholeMatch(of: /[A-Z]{3}/) != nil else {
            throw Refusal.invalid("/currency", "A currency is an ISO 4217 code such as EUR.")
        }
        guard body.region.wholeMatch(of: /[A-Z]{2}/) != nil else {
            throw Refusal.invalid("/region", "A region is an ISO 3166 code such as DE.")
        }
        let impossible = body.chances?.faults ?? []
        guard impossible.isEmpty else {
            throw Refusal(
                .invalid,
                "chances_impossible",
                "These chances cannot be.",
                issues: impossible.map { .init("/chances", $0) }
            )
        }
        let gate = body.gate.faults(in: body.process)
        guard gate.isEmpty else {
            throw Refusal(
                .invalid,
                "gate_cannot_be_passed",
                "No lead could pass this gate.",
                issues: gate.map { .init("/gate/fields", $0) }
            )
        }
    }

    /// A field that leads have values for keeps its kind; what they say would mean something else.
    private func requireFieldKinds(_ tx: borrowing Transaction) throws {
        let changed = try tx.read.fieldUses().filter { use in
            body.process.field(use.key).map { $0.kind != use.kind } ?? false
        }
        guard changed.isEmpty else {
            throw Refusal(
                .conflict,
                "field_in_use",
                "A field that leads have values for keeps its kind. Make a new field instead.",
                issues: changed.map { use in
                    .init("/process/fields/\(use.key)", "\(use.leads) leads have a \(use.kind.rawValue).")
                }
            )
        }
    }
}
