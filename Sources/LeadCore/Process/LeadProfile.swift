/// What is kept beside a lead's life and decisions ask for: how its people can be reached, whether it is a company's, and
/// which custom fields are filled.
///
/// The store loads it with the lead; the values themselves stay there.
package struct LeadProfile: Hashable, Sendable {
    package var hasWayToReach: Bool
    package var hasCompany: Bool
    /// Keys of the custom fields that have a value.
    package var fields: Set<String>

    package init(hasWayToReach: Bool = false, hasCompany: Bool = false, fields: Set<String> = []) {
        self.hasWayToReach = hasWayToReach
        self.hasCompany = hasCompany
        self.fields = fields
    }
}

extension Lead {
    /// Whether the lead shows what is required, at a moment.
    package func shows(_ requirement: Requirement, _ profile: LeadProfile, at now: Instant) -> Bool {
        switch requirement {
        case .criterion(let criterion): qualification.level(criterion) != nil
        case .grade: grade != nil
        case .value: value != nil
        case .wayToReach: profile.hasWayToReach
        case .company: profile.hasCompany
        case .campaign: campaign != nil
        case .nextStep: nextStep.map { $0.dueAt > now } ?? false
        case .field(let key): profile.fields.contains(key)
        }
    }

    /// Which of a status's requirements the lead does not show, in their order.
    package func missing(for step: LeadProcess.Step, _ profile: LeadProfile, at now: Instant) -> [Requirement] {
        step.requires.filter { !shows($0, profile, at: now) }
    }
}

extension LeadProcess {
    /// The refusal that names what a lead still lacks to enter a status.
    package func refusal(entering step: Step, missing: [Requirement]) -> Refusal {
        let labels = missing.map { $0.label(in: self) }
        return Refusal(
            .conflict,
            "fields_missing",
            "A lead needs more before it can enter \(step.label): \(labels.joined(separator: ", ")).",
            issues: zip(missing, labels).map { requirement, label in
                Refusal.Issue(requirement.pointer, "\(label) is needed for \(step.label).")
            }
        )
    }
}
