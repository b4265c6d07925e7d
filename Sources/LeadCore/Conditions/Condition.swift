/// A question about a lead that is either met or not: the one language of assignment rules, saved views and filters.
///
/// Two evaluations have one meaning: `holds(for:)` here and the SQL that the store makes of it, tested against each other.
/// A value that is missing is met by `is_empty` and by the negations `is_not` and `not_contains`, and by nothing else.
///
///     {"all": [{"field": "account.country", "operator": "is", "values": ["DE", "AT"]},
///              {"field": "account.employees", "operator": "at_least", "values": [50]}]}
package indirect enum Condition: Hashable, Sendable {
    /// Met when each part is; an empty one always is.
    case all([Condition])
    /// Met when a part is; an empty one never is.
    case any([Condition])
    /// Met when no part is.
    case none([Condition])
    case comparison(Comparison)

    /// One field held against values.
    package struct Comparison: Hashable, Sendable {
        package var field: ConditionField
        package var test: ConditionOperator
        package var values: [ConditionValue]

        package init(_ field: ConditionField, _ test: ConditionOperator, _ values: [ConditionValue] = []) {
            self.field = field
            self.test = test
            self.values = values
        }
    }

    /// Met by every lead.
    package static let always = Condition.all([])

    /// Every comparison in it, in the order in which it is read.
    package var comparisons: [Comparison] {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.comparisons)
        case .comparison(let comparison): [comparison]
        }
    }

    /// How deep its groups are nested; a comparison alone is 1 deep.
    package var depth: Int {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts): 1 + (parts.map(\.depth).max() ?? 0)
        case .comparison: 1
        }
    }
}

extension Condition {
    package static func fact(
        _ fact: LeadFact,
        _ test: ConditionOperator,
        _ values: ConditionValue...
    ) -> Condition {
        .comparison(Comparison(.fact(fact), test, values))
    }

    package static func custom(
        _ key: String,
        _ test: ConditionOperator,
        _ values: ConditionValue...
    ) -> Condition {
        .comparison(Comparison(.custom(key), test, values))
    }
}
