/// The versioned minimum that a lead must show at handoff (requirement C9): the agreed contract of marketing and sales.
package struct Gate: Hashable, Codable, Sendable {
    package var version: Int
    /// The least level of each criterion; criteria that are not named are free.
    package var minimum: Qualification
    /// The least grade; nil leaves it free.
    package var grade: Grade?
    /// Keys of custom fields that must be filled.
    package var fields: [String]

    package init(version: Int, minimum: Qualification, grade: Grade? = nil, fields: [String] = []) {
        self.version = version
        self.minimum = minimum
        self.grade = grade
        self.fields = fields
    }

    /// Gates that were stored before they could ask for a grade or fields ask for none.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        version = try container.decode(Int.self, forKey: .version)
        minimum = try container.decode(Qualification.self, forKey: .minimum)
        grade = try container.decodeIfPresent(Grade.self, forKey: .grade)
        fields = try container.decodeIfPresent([String].self, forKey: .fields) ?? []
    }

    /// Need and fit at least medium, urgency at least low.
    package static let standard = Gate(
        version: 1,
        minimum: Qualification(levels: [.need: .medium, .urgency: .low, .fit: .medium])
    )

    /// Whether it asks for the same, whatever its version.
    package func asksSame(as other: Gate) -> Bool {
        minimum == other.minimum && grade == other.grade && Set(fields) == Set(other.fields)
    }

    /// One line of the checklist.
    package struct Check: Hashable, Sendable {
        package var subject: Requirement
        package var label: String
        /// In a word: `medium`, `good`, `filled`.
        package var required: String
        /// Nil while it is not known.
        package var actual: String?
        package var isMet: Bool

        /// What is wrong with it, or how it stands.
        package var sentence: String {
            let known = actual ?? "not known"
            if isMet { return "\(label) is \(known)." }
            if case .field = subject { return "\(label) must be \(required); it is not." }
            return "\(label) must be at least \(required); it is \(known)."
        }
    }

    /// The checklist as a lead stands.
    package func checks(_ lead: Lead, _ profile: LeadProfile, _ process: LeadProcess) -> [Check] {
        levelChecks(lead.qualification) + gradeChecks(lead.grade)
            + fields.map { key in
                let isFilled = profile.fields.contains(key)
                return Check(
                    subject: .field(key),
                    label: process.field(key)?.label ?? key,
                    required: "filled",
                    actual: isFilled ? "filled" : nil,
                    isMet: isFilled
                )
            }
    }

    private func levelChecks(_ qualification: Qualification) -> [Check] {
        Criterion.allCases.compactMap { criterion in
            guard let required = minimum.level(criterion) else { return nil }
            let actual = qualification.level(criterion)
            return Check(
                subject: .criterion(criterion),
                label: criterion.label,
                required: required.rawValue,
                actual: actual?.rawValue,
                isMet: actual.map { $0 >= required } ?? false
            )
        }
    }

    private func gradeChecks(_ actual: Grade?) -> [Check] {
        guard let grade else { return [] }
        return [
            Check(
                subject: .grade,
                label: Requirement.grade.label(in: .standard),
                required: grade.rawValue,
                actual: actual?.rawValue,
                isMet: actual.map { $0.rank >= grade.rank } ?? false
            )
        ]
    }

    package func check(_ lead: Lead, _ profile: LeadProfile, _ process: LeadProcess) throws(Refusal) {
        let missing = checks(lead, profile, process).filter { !$0.isMet }
        guard missing.isEmpty else {
            throw Refusal(
                .conflict,
                "gate_not_passed",
                "This lead does not yet show what sales and marketing agreed on for a handoff.",
                issues: missing.map { Refusal.Issue($0.subject.pointer, $0.sentence) }
            )
        }
    }
}

extension Gate {
    /// What is wrong with it under a process, as sentences.
    package func faults(in process: LeadProcess) -> [String] {
        fields.filter { process.field($0) == nil }.map { "The gate asks for the field \($0), which is not defined." }
    }
}

extension Grade {
    /// Poor, good, hot.
    fileprivate var rank: Int {
        switch self {
        case .hot: 2
        case .good: 1
        case .poor: 0
        }
    }
}
