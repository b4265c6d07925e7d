/// A phone number as it is matched: in E.164 form when its country is known, or its bare digits.
package struct PhoneKey: Hashable, Sendable {
    /// `+` and 7 to 15 digits, or digits alone.
    package let text: String

    /// Whether the number is complete, so that equal keys mean the same line.
    package var isInternational: Bool {
        text.utf8.first == UInt8(ascii: "+")
    }

    /// Takes a number that the edge has already brought into E.164 form.
    package init?(e164: String) {
        let digits = e164.utf8.dropFirst()
        guard e164.utf8.first == UInt8(ascii: "+"), (7...15).contains(digits.count),
            digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        text = e164
    }

    /// Reads a number that the edge could not parse, without knowing the country's rules.
    ///
    /// It drops separators, a `(0)` after a country code and an extension, and reads `00` in front as `+`. Nil when
    /// there are letters in it, or fewer than 6 or more than 15 digits.
    package init?(text: String) {
        var digits: [UInt8] = []
        var isInternational = false
        var parentheses: [UInt8]?
        scan: for scalar in text.unicodeScalars {
            switch scalar {
            case "+", "\u{FF0B}":
                guard digits.isEmpty else { return nil }
                isInternational = true
            case "(": parentheses = []
            case ")":
                if let inner = parentheses, !(isInternational && inner == [UInt8(ascii: "0")]) {
                    digits.append(contentsOf: inner)
                }
                parentheses = nil
            case "x", "X", "#", ";", "e", "E":
                guard !digits.isEmpty else { return nil }
                break scan
            case "-", ".", "/", " ", "\t", "\u{A0}", "\u{2010}"..."\u{2015}", "\u{202F}": break
            default:
                guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
                    return nil
                }
                let digit = UInt8(ascii: "0") + UInt8(value)
                if parentheses == nil { digits.append(digit) } else { parentheses?.append(digit) }
            }
        }
        digits.append(contentsOf: parentheses ?? [])
        if !isInternational, digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "0")]) {
            isInternational = true
            digits.removeFirst(2)
        }
        guard (6...15).contains(digits.count) else { return nil }
        let number = String(decoding: digits, as: UTF8.self)
        if isInternational, let key = Self(e164: "+" + number) { self = key } else { self.text = number }
    }
}
