/// What a comparison looks at: a fact that every lead has, or a custom field of the workspace.
package enum ConditionField: Hashable, Sendable {
    case fact(LeadFact)
    case custom(String)
}

extension ConditionField: LosslessStringConvertible, Codable {
    /// `account.country`, or `field.budget` for a custom field.
    package var description: String {
        switch self {
        case .fact(let fact): fact.key
        case .custom(let key): "field.\(key)"
        }
    }

    package init?(_ description: String) {
        if let fact = LeadFact(key: description) {
            self = .fact(fact)
        } else if description.hasPrefix("field."), FieldDefinition.isKey(String(description.dropFirst(6))) {
            self = .custom(String(description.dropFirst(6)))
        } else {
            return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let field = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "There is no field \(text).")
        }
        self = field
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The fields that conditions can ask for in one workspace: the facts and its custom fields.
package struct ConditionCatalogue: Sendable {
    package struct Entry: Sendable {
        package var field: ConditionField
        package var words: String
        package var type: ConditionType
        package var isPersonal: Bool
    }

    private let custom: [String: FieldDefinition]
    package let entries: [Entry]

    package init(fields: [FieldDefinition]) {
        custom = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
        let facts = LeadFact.allCases.map { fact in
            let known = fact.definition
            return Entry(field: .fact(fact), words: known.words, type: known.type, isPersonal: known.isPersonal)
        }
        entries =
            facts
            + fields.map { field in
                Entry(
                    field: .custom(field.key),
                    words: field.label,
                    type: field.conditionType,
                    isPersonal: field.kind == .text
                )
            }
    }

    /// Nil for a custom field that the workspace does not have.
    package subscript(field: ConditionField) -> Entry? {
        switch field {
        case .fact(let fact):
            let known = fact.definition
            return Entry(field: field, words: known.words, type: known.type, isPersonal: known.isPersonal)
        case .custom(let key):
            guard let field = custom[key] else { return nil }
            return Entry(
                field: .custom(key),
                words: field.label,
                type: field.conditionType,
                isPersonal: field.kind == .text
            )
        }
    }
}

extension FieldDefinition {
    package var conditionType: ConditionType {
        switch kind {
        case .text: .text
        case .number: .number
        case .money: .money
        case .date: .day
        case .choice: .choice(.options(options))
        case .boolean: .flag
        }
    }
}
