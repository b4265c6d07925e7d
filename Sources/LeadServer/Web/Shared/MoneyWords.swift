import LeadCore

/// Amounts in words, each in its own currency: "€ 24,000", "¥ 1,200", "CHF 99.50".
enum MoneyWords {
    static func full(_ money: Money) -> String {
        let unit = unit(of: money.currency)
        let (whole, rest) = money.minor.magnitude.quotientAndRemainder(dividingBy: unit)
        let cents = rest == 0 ? "" : "." + padded(rest, to: Money.decimals(of: money.currency))
        return sign(money) + symbol(money.currency) + "\u{A0}" + grouped(whole) + cents
    }

    /// For sums where the size matters, not the cent: "€ 1.2 M", "€ 340 k".
    static func short(_ money: Money) -> String {
        let whole = money.minor.magnitude / unit(of: money.currency)
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
        let decimals = Money.decimals(of: money.currency)
        let (whole, rest) = money.minor.magnitude.quotientAndRemainder(dividingBy: unit(of: money.currency))
        return sign(money) + (rest == 0 ? "\(whole)" : "\(whole).\(padded(rest, to: decimals))")
    }

    /// What somebody typed into an amount field; nil when the field was left empty.
    static func typed(_ text: String, currency: String, pointer: String) throws(Refusal) -> Money? {
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        let amount: TextAmount
        do { amount = try TextAmount(text, decimals: Money.decimals(of: currency), style: .automatic) } catch {
            throw Refusal.invalid(pointer, error.sentence)
        }
        guard amount.currency ?? currency == currency else {
            throw Refusal.invalid(pointer, "Amounts are in \(currency) here.")
        }
        let money = Money(minor: amount.minor, currency: currency)
        try money.requireInRange(pointer)
        return money
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

    private static func unit(of currency: String) -> UInt64 {
        (0..<Money.decimals(of: currency)).reduce(1) { unit, _ in unit * 10 }
    }

    private static func grouped(_ number: UInt64) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    private static func padded(_ number: UInt64, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(width - text.count, 0)) + text
    }
}
