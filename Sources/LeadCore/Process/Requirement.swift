/// Something that a lead must show before it may enter a status, or pass the gate.
package enum Requirement: Hashable, Sendable {
    /// A level for the criterion, whichever it is.
    case criterion(Criterion)
    case grade
    case value
    /// An e-mail address or a phone number of one of its people.
    case wayToReach
    case company
    case campaign
    /// A next step that still lies ahead; it is kept on entry.
    case nextStep
    /// A custom field, by its key.
    case field(String)

    /// Those that every workspace has.
    package static let standard: [Requirement] =
        Criterion.allCases.map(Requirement.criterion) + [.grade, .value, .wayToReach, .company, .campaign, .nextStep]

    /// Where the missing piece is found, for a refusal's pointer.
    package var pointer: String {
        switch self {
        case .criterion(let criterion): "/qualification/\(criterion.rawValue)"
        case .grade: "/qualification/grade"
        case .value: "/value"
        case .wayToReach: "/contacts"
        case .company: "/account/company"
        case .campaign: "/campaign"
        case .nextStep: "/nextStep"
        case .field(let key): "/fields/\(key)"
        }
    }

    /// What it is called; a custom field by its label.
    package func label(in process: LeadProcess) -> String {
        switch self {
        case .criterion(let criterion): criterion.label
        case .grade: "Grade"
        case .value: "Value"
        case .wayToReach: "E-mail or phone"
        case .company: "Company"
        case .campaign: "Campaign"
        case .nextStep: "Next step"
        case .field(let key): process.field(key)?.label ?? key
        }
    }
}

extension Requirement: Codable, LosslessStringConvertible {
    /// `need`, `grade`, `way_to_reach`, `field:budget`.
    package var description: String {
        switch self {
        case .criterion(let criterion): criterion.rawValue
        case .grade: "grade"
        case .value: "value"
        case .wayToReach: "way_to_reach"
        case .company: "company"
        case .campaign: "campaign"
        case .nextStep: "next_step"
        case .field(let key): "field:\(key)"
        }
    }

    package init?(_ description: String) {
        if let known = Self.standard.first(where: { $0.description == description }) {
            self = known
        } else if description.hasPrefix("field:"), description.utf8.count > 6 {
            self = .field(String(description.dropFirst(6)))
        } else {
            return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let requirement = Requirement(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no requirement")
        }
        self = requirement
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
