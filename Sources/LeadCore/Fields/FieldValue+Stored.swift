extension FieldValue {
    /// The one way in which it is written: in the store, in files, and as a proposal in a form.
    ///
    /// It reads back as the same value whatever the style of numbers: never are there exactly three decimals, which could be a
    /// grouped thousand.
    package var stored: String {
        switch self {
        case .text(let text), .choice(let text): text
        case .number(let number): Self.decimal(number, decimals: 4)
        case .money(let money):
            "\(Self.decimal(money.minor, decimals: Money.decimals(of: money.currency))) \(money.currency)"
        case .date(let date): date.description
        case .boolean(let flag): flag ? "true" : "false"
        }
    }

    /// Reads what `stored` wrote; nil when it is no value of this kind.
    package init?(stored text: String, kind: FieldKind) {
        switch kind {
        case .text: self = .text(text)
        case .choice: self = .choice(text)
        case .number:
            guard let amount = try? TextAmount(text, decimals: 4, style: .pointDecimal) else { return nil }
            self = .number(amount.minor)
        case .money:
            guard let money = try? Self.money(text, "", .pointDecimal), !money.currency.isEmpty else { return nil }
            self = .money(money)
        case .date:
            guard let date = LocalDate(text) else { return nil }
            self = .date(date)
        case .boolean:
            guard text == "true" || text == "false" else { return nil }
            self = .boolean(text == "true")
        }
    }

    /// A number of ten-thousandths without needless zeros, "12.5"; used by whoever shows it.
    package static func decimal(_ minor: Int64, decimals: Int) -> String {
        let unit = (0..<decimals).reduce(UInt64(1)) { unit, _ in unit * 10 }
        let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: unit)
        guard rest != 0 else { return "\(minor < 0 ? "-" : "")\(whole)" }
        let digits = String(rest)
        var places = String(repeating: "0", count: decimals - digits.utf8.count) + digits
        while places.utf8.last == UInt8(ascii: "0"), decimals == 4 { places.removeLast() }
        if places.utf8.count == 3 { places += "0" }
        return "\(minor < 0 ? "-" : "")\(whole).\(places)"
    }
}
