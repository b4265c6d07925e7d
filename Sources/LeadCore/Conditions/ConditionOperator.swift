/// How a field is held against values; which ones a field takes follows from its type.
package enum ConditionOperator: String, CaseIterable, Codable, Sendable {
    /// Equal to one of the values.
    case equals = "is"
    case differs = "is_not"
    case contains
    case omits = "not_contains"
    case startsWith = "starts_with"
    case endsWith = "ends_with"
    case atLeast = "at_least"
    case atMost = "at_most"
    case above, below
    /// Earlier than the day begins.
    case before
    /// On that day or later.
    case since
    /// As long ago as the span, or longer.
    case olderThan = "older_than"
    /// Within the span that ends now.
    case withinLast = "within_last"
    /// Within the span that begins now.
    case withinNext = "within_next"
    case isEmpty = "is_empty"
    case isNotEmpty = "is_not_empty"

    package var words: String {
        switch self {
        case .equals: "is"
        case .differs: "is not"
        case .contains: "contains"
        case .omits: "does not contain"
        case .startsWith: "starts with"
        case .endsWith: "ends with"
        case .atLeast: "is at least"
        case .atMost: "is at most"
        case .above: "is more than"
        case .below: "is less than"
        case .before: "is before"
        case .since: "is on or after"
        case .olderThan: "is older than"
        case .withinLast: "is within the last"
        case .withinNext: "is within the next"
        case .isEmpty: "is not known"
        case .isNotEmpty: "is known"
        }
    }

    /// How many values it takes.
    package var arity: ClosedRange<Int> {
        switch self {
        case .isEmpty, .isNotEmpty: 0...0
        case .equals, .differs, .contains, .omits, .startsWith, .endsWith: 1...100
        default: 1...1
        }
    }
}

/// What a field holds, which decides its operators and how its values are read.
package enum ConditionType: Hashable, Sendable {
    /// One of several keys or ids.
    case choice(ConditionChoice)
    case text, number, money
    /// A moment, whose age is measured against now.
    case time
    /// A day without a time.
    case day
    case flag

    package var operators: [ConditionOperator] {
        switch self {
        case .choice: [.equals, .differs, .isEmpty, .isNotEmpty]
        case .text: [.equals, .differs, .contains, .omits, .startsWith, .endsWith, .isEmpty, .isNotEmpty]
        case .number: [.equals, .differs, .atLeast, .atMost, .above, .below, .isEmpty, .isNotEmpty]
        case .money: [.atLeast, .atMost, .above, .below, .isEmpty, .isNotEmpty]
        case .time, .day: [.before, .since, .olderThan, .withinLast, .withinNext, .isEmpty, .isNotEmpty]
        case .flag: [.equals, .isEmpty, .isNotEmpty]
        }
    }
}

/// What a choice chooses from.
package enum ConditionChoice: Hashable, Sendable {
    case status, kind, grade, level, intent, weekday
    case source, campaign, productClass, person, owner
    /// The options of a custom field.
    case options([String])

    /// All that there can be, where Baton knows; nil for things of the workspace and of its process.
    package var words: [String]? {
        switch self {
        case .kind: StatusKind.allCases.map(\.rawValue)
        case .grade: Grade.allCases.map(\.rawValue)
        case .level: Level.allCases.map(\.rawValue)
        case .intent: Intent.allCases.map(\.rawValue)
        case .weekday: Weekday.allCases.map(\.rawValue)
        case .options(let options): options
        case .status, .source, .campaign, .productClass, .person, .owner: nil
        }
    }
}
