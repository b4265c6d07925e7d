import LeadCore

/// Amounts in words, each in its own currency: "€ 24,000", "¥ 1,200", "CHF 99.50".
enum MoneyWords {
    static func full(_ money: Money) -> String {
        sign(money) + symbol(money.currency) + "\u{A0}" + grouped(money.parts.whole) + decimals(money)
    }

    /// Sums in several currencies side by side, "€ 1.2 M + ¥ 340 k": they are never added up; "€ 0" when there is nothing.
    static func short(_ sums: [Money], none currency: String) -> String {
        let sums = sums.filter { $0.minor != 0 }
        return sums.isEmpty ? short(Money(minor: 0, currency: currency)) : sums.map(short).joined(separator: " + ")
    }

    /// For sums where the size matters, not the cent: "€ 1.2 M", "€ 340 k".
    static func short(_ money: Money) -> String {
        let whole = money.parts.whole
        let text: String
        switch whole {
        case ..<10_000: text = grouped(whole)
        case ..<1_000_000: text = "\(whole / 1000)\u{A0}k"
        case ..<10_000_000: text = "\(whole / 1_000_000).\(whole / 100_000 % 10)\u{A0}M"
        case ..<1_000_000_000: text = "\(whole / 1_000_000)\u{A0}M"
        default: text = "\(grouped(whole / 1_000_000_000)).\(whole / 100_000_000 % 10)\u{A0}bn"
        }
        return sign(money) + symbol(money.currency) + "\u{A0}" + text
    }

    /// As a number alone, for inputs and files: "24000.50".
    static func plain(_ money: Money) -> String {
        sign(money) + String(money.parts.whole) + decimals(money)
    }

    /// What somebody typed into an amount field; nil when the field was left empty.
    static func typed(_ text: String, currency: String, pointer: String) throws(Refusal) -> Money? {
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        let amount: Money
        do { amount = try TextAmount.money(text, currency: currency) } catch {
            throw Refusal.invalid(pointer, error.sentence)
        }
        guard amount.currency == currency else {
            throw Refusal.invalid(pointer, "Amounts are in \(currency) here.")
        }
        try amount.requireInRange(pointer)
        return amount
    }

    private static func symbol(_ currency: String) -> String {
        switch currency {
        case "EUR": "€"
        case "USD": "$"
        case "GBP": "£"
        case "JPY": "¥"
        case "INR": "₹"
        default: currency
        }
    }

    private static func sign(_ money: Money) -> String { money.minor < 0 ? "−" : "" }

    /// ".50", or nothing for a round amount.
    private static func decimals(_ money: Money) -> String {
        let decimals = money.parts.decimals
        return decimals.allSatisfy { $0 == "0" } ? "" : "." + decimals
    }

    private static func grouped(_ number: UInt64) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
