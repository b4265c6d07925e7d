extension ConditionValue {
    /// The value as a field of this type holds it; nil when it cannot be read as one.
    ///
    /// Conditions come as JSON, where a text may mean a day, a span or an amount: only the field tells.
    func read(as type: ConditionType) -> ConditionValue? {
        switch type {
        case .text: isText ? self : nil
        case .choice(let choice): readChoice(choice)
        case .number: readNumber()
        case .money: readMoney()
        case .time, .day: readTime()
        case .flag: readFlag()
        }
    }

    private var isText: Bool {
        if case .text(let text) = self { !text.text.isEmpty && text.text.utf8.count <= 200 } else { false }
    }

    private func readChoice(_ choice: ConditionChoice) -> ConditionValue? {
        let key: String
        switch self {
        case .key(let word): key = word
        case .text(let text): key = text.text
        default: return nil
        }
        guard !key.isEmpty, key.utf8.count <= 200 else { return nil }
        if let words = choice.words { return words.contains(key) ? .key(key) : nil }
        switch choice {
        case .source, .campaign, .productClass, .person:
            return Identifier<LeadFact>(key).map { .key($0.description) }
        case .owner: return Owner(key).map { .key($0.description) }
        default: return .key(key)
        }
    }

    private func readNumber() -> ConditionValue? {
        switch self {
        case .number: return self
        case .text(let text):
            guard let amount = try? FieldValue.number(text.text, .pointDecimal) else { return nil }
            return .number(amount)
        default: return nil
        }
    }

    private func readMoney() -> ConditionValue? {
        switch self {
        case .money(let money): return Money.takes(money.minor) ? self : nil
        case .text(let text):
            guard case .money(let money)? = FieldValue(stored: text.text, kind: .money), Money.takes(money.minor) else {
                return nil
            }
            return .money(money)
        default: return nil
        }
    }

    private func readTime() -> ConditionValue? {
        switch self {
        case .day, .span: return self
        case .text(let text):
            if let day = LocalDate(text.text) { return .day(day) }
            return Span(written: text.text).map { .span($0) }
        default: return nil
        }
    }

    private func readFlag() -> ConditionValue? {
        switch self {
        case .flag: self
        case .text(let text) where text.text == "true" || text.text == "false": .flag(text.text == "true")
        default: nil
        }
    }
}
