import LeadApp
import LeadCore

extension Timeline {
    /// "Budget, Decision date", by the fields' labels as they are today.
    func fields(_ fields: LeadEvent.FieldsSet, _ act: Act) -> TimelineEntry {
        let process = words.policy.process
        func labels(_ keys: [String]) -> String { keys.map { process.field($0)?.label ?? $0 }.joined(separator: ", ") }
        let cleared = fields.cleared.isEmpty ? nil : "Cleared: \(labels(fields.cleared))"
        return TimelineEntry(
            act,
            words,
            "pencil",
            fields.set.isEmpty ? "Fields cleared" : "Fields filled in",
            why: [fields.set.isEmpty ? nil : labels(fields.set), cleared].compactMap { $0 }.joined(separator: " · ")
        )
    }

    /// What the lead showed when it passed the gate; nil for passes from before that was kept.
    func passage(_ passed: LeadEvent.HandedOff) -> String? {
        guard let levels = passed.levels else { return nil }
        let shown = Criterion.allCases.compactMap { criterion in
            levels.level(criterion).map { "\(criterion.label) \($0.rawValue)" }
        }
        return (["Passed gate \(passed.gateVersion)"] + shown).joined(separator: " · ")
    }
}
