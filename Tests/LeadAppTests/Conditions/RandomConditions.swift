import LeadCore

/// Conditions at random over all facts and the fields of a workspace, of the kinds that people write and some that they do not.
struct RandomConditions {
    static let texts = [
        "DE", "de", "Österreich", "ÖSTERREICH", "österreich", "Ñandú", "ñANDÚ", "100%_x", "a\\b", "ß", "SS",
        "\u{212A}elvin",
        "kelvin", "Αθήνα", "ΑΘΉΝΑ", "é", "e\u{301}", "x", "Dr.", "O'Neil", "?", "ı", "I",
    ]
    static let currencies = ["EUR", "USD", "JPY"]
    static let amounts: [Int64] = [0, 1, 49_999, 50_000, 50_001, 250_000]
    static let counts: [Int64] = [0, 1, 2, 3, 50]
    static let spans: [Span] = [.zero, .hours(5), .days(1), .days(3), .days(30)]

    let catalogue: ConditionCatalogue
    let ids: [ConditionChoiceKey: [String]]
    let today: LocalDate

    enum ConditionChoiceKey: Hashable { case source, campaign, productClass, person, owner, status }

    func condition(_ generator: inout SeededGenerator, depth: Int = 3) -> Condition {
        if depth == 0 || Int.random(in: 0..<3, using: &generator) == 0 { return .comparison(comparison(&generator)) }
        let parts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in condition(&generator, depth: depth - 1) }
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: return .all(parts)
        case 1: return .any(parts)
        default: return .none(parts)
        }
    }

    func comparison(_ generator: inout SeededGenerator) -> Condition.Comparison {
        let entry = catalogue.entries.pick(&generator)
        let test = entry.type.operators.pick(&generator)
        let most = test.arity.upperBound == 100 ? 3 : test.arity.upperBound
        let count = test.arity.lowerBound == most ? most : Int.random(in: 1...most, using: &generator)
        let values = (0..<count).map { _ in value(entry.type, test, &generator) }
        return Condition.Comparison(entry.field, test, values)
    }

    private func value(
        _ type: ConditionType,
        _ test: ConditionOperator,
        _ generator: inout SeededGenerator
    ) -> ConditionValue {
        switch type {
        case .text:
            let text = Self.texts.pick(&generator)
            return .word(test == .contains ? String(text.prefix(2)) : text)
        case .choice(let choice): return .key(key(choice, &generator))
        case .number:
            let whole = Self.counts.pick(&generator) * 10_000
            return .number(whole + [0, 0, 5000].pick(&generator))
        case .money:
            return .money(
                Money(
                    minor: Self.amounts.pick(&generator),
                    currency: Self.currencies.pick(&generator)
                )
            )
        case .flag: return .flag(Bool.random(using: &generator))
        case .time, .day:
            if test == .before || test == .since { return .day(today + Int.random(in: -40...5, using: &generator)) }
            let spans =
                type == .day ? Self.spans.filter { $0.milliseconds % Span.days(1).milliseconds == 0 } : Self.spans
            return .span(spans.pick(&generator))
        }
    }

    private func key(_ choice: ConditionChoice, _ generator: inout SeededGenerator) -> String {
        if let words = choice.words { return words.pick(&generator) }
        let known: ConditionChoiceKey =
            switch choice {
            case .source: .source
            case .campaign: .campaign
            case .productClass: .productClass
            case .person: .person
            case .owner: .owner
            default: .status
            }
        return ids[known]?.randomElement(using: &generator) ?? "00000000-0000-0000-0000-000000000000"
    }
}
