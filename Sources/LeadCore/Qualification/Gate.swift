/// The versioned minimum that a lead must show at handoff (requirement C9): the agreed contract of marketing and sales.
package struct Gate: Hashable, Codable, Sendable {
    package var version: Int
    /// The least level of each criterion; criteria that are not named are free.
    package var minimum: Qualification

    package init(version: Int, minimum: Qualification) {
        self.version = version
        self.minimum = minimum
    }

    /// Need and fit at least medium, urgency at least low.
    package static let standard = Gate(
        version: 1,
        minimum: Qualification(levels: [.need: .medium, .urgency: .low, .fit: .medium])
    )

    /// One line of the checklist.
    package struct Check: Hashable, Sendable {
        package var criterion: Criterion
        package var required: Level
        package var actual: Level?

        package var isMet: Bool {
            (actual ?? .none) >= required && actual != nil
        }
    }

    package func checks(_ qualification: Qualification) -> [Check] {
        Criterion.allCases.compactMap { criterion in
            guard let required = minimum.level(criterion) else { return nil }
            return Check(criterion: criterion, required: required, actual: qualification.level(criterion))
        }
    }

    package func check(_ qualification: Qualification) throws(Refusal) {
        let missing = checks(qualification).filter { !$0.isMet }
        guard missing.isEmpty else {
            throw Refusal(
                .conflict,
                "gate_not_passed",
                "This lead does not yet show what sales and marketing agreed on for a handoff.",
                issues: missing.map {
                    Refusal.Issue(
                        "/qualification/\($0.criterion.rawValue)",
                        "\($0.criterion.label) must be at least \($0.required.rawValue); it is \($0.actual?.rawValue ?? "not known")."
                    )
                }
            )
        }
    }
}
