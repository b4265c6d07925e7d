extension FieldValue {
    static func text(_ text: String) throws(Refusal) -> String {
        guard text.utf8.count <= longestText else { throw refusal("is longer than \(longestText) bytes.") }
        return text
    }

    static func number(_ text: String, _ style: TextAmount.Style) throws(Refusal) -> Int64 {
        let amount = try TextAmount(text, decimals: 4, style: style)
        guard amount.currency == nil else { throw refusal("is a number, not an amount of money.") }
        return amount.minor
    }

    static func money(_ text: String, _ currency: String, _ style: TextAmount.Style) throws(Refusal) -> Money {
        let named = try TextAmount(text, decimals: 2, style: style).currency ?? currency
        let amount = try TextAmount(text, decimals: Money.decimals(of: named), style: style)
        return Money(minor: amount.minor, currency: named)
    }

    static func date(_ text: String, _ order: DateOrder) throws(Refusal) -> LocalDate {
        let date = try TextDate(text, order: order)
        guard date.time == nil else { throw refusal("is a day without a time.") }
        return date.date
    }

    static func choice(_ text: String, _ options: [String]) throws(Refusal) -> String {
        let wanted = text.lowercased()
        guard let option = options.first(where: { $0 == text }) ?? options.first(where: { $0.lowercased() == wanted })
        else { throw refusal("must be one of \(options.joined(separator: ", ")).") }
        return option
    }

    static func boolean(_ text: String) throws(Refusal) -> Bool {
        switch text.lowercased() {
        case "1", "yes", "y", "true", "t", "x", "ja", "wahr", "on": return true
        case "0", "no", "n", "false", "f", "nein", "falsch", "off": return false
        default: throw refusal("is neither yes nor no.")
        }
    }
}
