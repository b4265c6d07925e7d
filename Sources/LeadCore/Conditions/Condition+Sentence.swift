/// How a page calls a value of a field: the name of a source, the label of a status.
package typealias ValueNaming = (ConditionField, ConditionValue) -> String?

extension Condition {
    /// The condition in English: "Country is DE or AT, and Employees is at least 50".
    package func sentence(_ catalogue: ConditionCatalogue, naming: ValueNaming = { _, _ in nil }) -> String {
        switch self {
        case .all(let parts) where parts.isEmpty: "every lead"
        case .any(let parts) where parts.isEmpty: "no lead"
        case .none(let parts) where parts.isEmpty: "every lead"
        case .all(let parts): parts.map { $0.part(catalogue, naming) }.joined(separator: ", and ")
        case .any(let parts): parts.map { $0.part(catalogue, naming) }.joined(separator: ", or ")
        case .none(let parts):
            "none of (" + parts.map { $0.sentence(catalogue, naming: naming) }.joined(separator: "; ") + ")"
        case .comparison(let comparison): comparison.sentence(catalogue, naming: naming)
        }
    }

    /// Inside a group: groups of several stand in brackets.
    private func part(_ catalogue: ConditionCatalogue, _ naming: ValueNaming) -> String {
        let text = sentence(catalogue, naming: naming)
        switch self {
        case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1: return "(\(text))"
        default: return text
        }
    }
}

extension Condition.Comparison {
    package func sentence(_ catalogue: ConditionCatalogue, naming: ValueNaming = { _, _ in nil }) -> String {
        let words = catalogue[field]?.words ?? field.description
        guard !values.isEmpty else { return "\(words) \(test.words)" }
        let named = values.map { naming(field, $0) ?? $0.spoken }
        return "\(words) \(test.words) \(named.joined(separator: " or "))"
    }
}

extension ConditionValue {
    package var spoken: String {
        switch self {
        case .span(let span): span.spoken
        case .flag(let flag): flag ? "yes" : "no"
        default: written
        }
    }
}
