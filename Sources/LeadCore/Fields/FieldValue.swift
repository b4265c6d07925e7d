/// The value of a custom field, in its type; numbers are exact decimals.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    /// In ten-thousandths, so 12.5 is 125000.
    case number(Int64)
    case money(Money)
    case date(LocalDate)
    case choice(String)
    case boolean(Bool)

    /// Longer texts are refused.
    package static let longestText = 10_000

    /// Reads what somebody typed, or a program sent, for a field.
    ///
    ///     try FieldValue("1.250,50 €", as: budget, currency: "EUR")  // .money(125050 EUR)
    ///
    /// - Parameters:
    ///   - currency: of amounts that name none.
    ///   - style: which sign stands before decimals; `1.234` alone could be two numbers and is refused.
    /// - Throws: a refusal whose issue points at `/fields/<key>`.
    package init(
        _ text: String,
        as field: FieldDefinition,
        currency: String,
        style: TextAmount.Style = .automatic,
        order: DateOrder = .automatic
    ) throws(Refusal) {
        do {
            try self.init(text, as: field, currency: currency, style: style, order: order, isBound: false)
        } catch {
            let sentence = "\(field.label): \(error.sentence)"
            throw Refusal(.invalid, error.code, sentence, issues: [.init("/fields/\(field.key)", sentence)])
        }
    }

    /// - Parameter isBound: reads a bound of the field, which is checked against no other.
    init(
        _ text: String,
        as field: FieldDefinition,
        currency: String,
        style: TextAmount.Style = .automatic,
        order: DateOrder = .automatic,
        isBound: Bool
    ) throws(Refusal) {
        switch field.kind {
        case .text: self = .text(try Self.text(text))
        case .number: self = .number(try Self.number(text, style))
        case .money: self = .money(try Self.money(text, currency, style))
        case .date: self = .date(try Self.date(text, order))
        case .choice: self = .choice(try Self.choice(text, field.options))
        case .boolean: self = .boolean(try Self.boolean(text))
        }
        if !isBound { try checkBounds(of: field, currency) }
    }

    private func checkBounds(of field: FieldDefinition, _ currency: String) throws(Refusal) {
        guard field.kind.hasBounds else { return }
        if let least = field.minimum,
            order < (try FieldValue(least, as: field, currency: currency, isBound: true)).order
        {
            throw Self.refusal("must be at least \(least).")
        }
        if let most = field.maximum,
            order > (try FieldValue(most, as: field, currency: currency, isBound: true)).order
        {
            throw Self.refusal("must be at most \(most).")
        }
    }

    /// Compares values of one field; amounts in different currencies by their number alone.
    var order: Int128 {
        switch self {
        case .number(let number): Int128(number)
        case .money(let money):
            // Thousandths of the unit, whatever the currency's decimals.
            Int128(money.minor) * (0..<(3 - Money.decimals(of: money.currency))).reduce(1) { scale, _ in scale * 10 }
        case .date(let date): Int128(date.dayNumber)
        case .text, .choice, .boolean: 0
        }
    }

    static func refusal(_ sentence: String) -> Refusal {
        Refusal(.invalid, "invalid_field", sentence)
    }
}
