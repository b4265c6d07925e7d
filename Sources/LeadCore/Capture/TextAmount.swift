/// A number or an amount of money as people write it, in minor units of an exact decimal.
///
///     try TextAmount("€ 1.234,56", decimals: 2).minor  // 123456
///     try TextAmount("12k", decimals: 2).minor         // 1200000
///
/// What could be two numbers is refused: `1.234` is one thing in Berlin and another in London.
package struct TextAmount: Hashable, Sendable {
    /// Which sign a column of numbers puts before the decimals.
    package enum Style: String, Hashable, CaseIterable, Codable, Sendable {
        case automatic = "auto"
        case pointDecimal = "1,234.56"
        case commaDecimal = "1.234,56"
    }

    /// The amount times ten to the power of the decimals asked for; half a unit is rounded away from zero.
    package var minor: Int64
    /// ISO 4217 code, when the text names the currency without doubt; `$` alone does not.
    package var currency: String?

    package init(_ text: String, decimals: Int, style: Style = .automatic) throws(Refusal) {
        precondition((0...4).contains(decimals))
        let parts = TextAmountParts(text)
        guard let affixes = TextAmountAffixes(before: parts.before, after: parts.after) else {
            throw Self.refusal(text, "is not a number")
        }
        let number: DecimalText
        switch DecimalText.read(parts.body, style: style) {
        case .number(let read): number = read
        case .ambiguous: throw Self.refusal(text, "could be two numbers; say which sign is before the decimals")
        case .none: throw Self.refusal(text, "is not a number")
        }
        guard let minor = number.scaled(by: affixes.factor, decimals: decimals) else {
            throw Self.refusal(text, "is too large a number")
        }
        self.minor = affixes.isNegative ? -minor : minor
        currency = affixes.currency
    }

    private static func refusal(_ text: String, _ problem: String) -> Refusal {
        let sentence = "“\(text.prefix(40))” \(problem)."
        return Refusal(.invalid, "invalid_number", sentence, issues: [.init("", sentence)])
    }
}

/// What stands before, in and after the digits of a written number.
struct TextAmountParts {
    var before: Substring
    var body: Substring
    var after: Substring

    init(_ text: String) {
        let scalars = text.unicodeScalars
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
        func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "," }
        guard let first = scalars.firstIndex(where: isDigit), let last = scalars.lastIndex(where: isDigit) else {
            (before, body, after) = (text[...], "", "")
            return
        }
        var start = first
        // ".5" begins with its point, "Rs.5" does not.
        if start > scalars.startIndex, isPoint(scalars[scalars.index(before: start)]) {
            let point = scalars.index(before: start)
            let hasWord = point > scalars.startIndex && scalars[scalars.index(before: point)].properties.isAlphabetic
            if !hasWord { start = point }
        }
        var end = scalars.index(after: last)
        if end < scalars.endIndex, isPoint(scalars[end]) { end = scalars.index(after: end) }
        before = text[..<start]
        body = text[start..<end]
        after = text[end...]
    }
}
