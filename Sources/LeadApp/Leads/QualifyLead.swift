package import LeadCore
package import LeadStore

/// Records need, urgency, fit, authority and money with the evidence for each.
package struct QualifyLead: LeadCommand {
    package static let name = "qualify_lead"

    package var lead: Lead.ID
    package var levels: [String: Level]
    /// What was seen or said, by criterion.
    package var evidence: [String: String]
    /// A person's own judgement; needs `reason` when it goes against the rule.
    package var grade: Grade?
    package var reason: String?
    /// Also moves the lead to qualified, through the gate.
    package var conclude: Bool

    package init(
        lead: Lead.ID,
        levels: [String: Level],
        evidence: [String: String] = [:],
        grade: Grade? = nil,
        reason: String? = nil,
        conclude: Bool = false
    ) {
        self.lead = lead
        self.levels = levels
        self.evidence = evidence
        self.grade = grade
        self.reason = reason
        self.conclude = conclude
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        var known: [Criterion: Level] = [:]
        for (name, level) in levels {
            guard let criterion = Criterion(rawValue: name) else {
                throw Refusal.invalid("/levels/\(name)", "There is no criterion \(name).")
            }
            known[criterion] = level
        }
        try act.qualify(known, grade: grade, reason: reason ?? "", conclude: conclude)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        for (name, text) in evidence {
            guard let criterion = Criterion(rawValue: name), let text = text.trimmed else { continue }
            try tx.keepEvidence(text, for: criterion, of: lead)
        }
        try keep(reason, tx)
    }
}
