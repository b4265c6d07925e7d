extension Condition: Codable {
    private enum CodingKeys: String, CodingKey {
        case all, any, none, field, `operator`, values
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if container.contains(.all) {
            self = .all(try container.decode([Condition].self, forKey: .all))
        } else if container.contains(.any) {
            self = .any(try container.decode([Condition].self, forKey: .any))
        } else if container.contains(.none) {
            self = .none(try container.decode([Condition].self, forKey: .none))
        } else {
            self = .comparison(
                Comparison(
                    try container.decode(ConditionField.self, forKey: .field),
                    try container.decode(ConditionOperator.self, forKey: .operator),
                    try container.decodeIfPresent([ConditionValue].self, forKey: .values) ?? []
                )
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .all(let parts): try container.encode(parts, forKey: .all)
        case .any(let parts): try container.encode(parts, forKey: .any)
        case .none(let parts): try container.encode(parts, forKey: .none)
        case .comparison(let comparison):
            try container.encode(comparison.field, forKey: .field)
            try container.encode(comparison.test, forKey: .operator)
            if !comparison.values.isEmpty { try container.encode(comparison.values, forKey: .values) }
        }
    }
}

extension ConditionValue: Codable {
    /// True, false, numbers as numbers; everything else as text, which its field's type gives a meaning.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .whole(number)
        } else if let number = try? container.decode(Double.self) {
            self = .number(Int64(saturating: number * 10_000))
        } else {
            self = .word(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag(let flag): try container.encode(flag)
        case .number(let number) where number % 10_000 == 0: try container.encode(number / 10_000)
        default: try container.encode(written)
        }
    }
}
