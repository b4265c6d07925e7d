/// What surrounds the digits of a written amount: its sign, its currency, and words such as "k" or "million".
struct TextAmountAffixes {
    var isNegative = false
    var currency: String?
    var factor: Int64 = 1

    /// Nil when something in it says that this is no amount.
    init?(before: Substring, after: Substring) {
        guard let head = Self.words(before), let tail = Self.words(after) else { return nil }
        let opens = head.contains("(")
        guard opens == tail.contains(")"), !tail.contains("("), !head.contains(")") else { return nil }
        var signs = opens ? 1 : 0
        for word in head + tail where !["(", ")", "+"].contains(word) {
            if word == "-" {
                signs += 1
            } else if let code = Self.symbols[word] {
                guard name(code) else { return nil }
            } else if factor == 1, tail.contains(word), let factor = Self.factors[word] {
                self.factor = factor
            } else if Self.codes.contains(word) {
                guard name(word.uppercased()) else { return nil }
            } else {
                return nil
            }
        }
        guard signs <= 1 else { return nil }
        isNegative = signs == 1
    }

    /// One currency may be named twice, as in `US$ 5 USD`, but not two.
    private mutating func name(_ code: String) -> Bool {
        guard !code.isEmpty else { return true }
        guard currency == nil || currency == code else { return false }
        currency = code
        return true
    }

    /// Lower-case words, and each sign by itself; nil for anything that stands beside no amount.
    private static func words(_ text: Substring) -> [String]? {
        var words: [String] = []
        var isInWord = false
        for scalar in text.unicodeScalars.prefix(32) {
            let properties = scalar.properties
            if properties.isAlphabetic {
                if isInWord {
                    words[words.count - 1] += properties.lowercaseMapping
                } else {
                    words.append(properties.lowercaseMapping)
                }
                isInWord = true
                continue
            }
            isInWord = false
            switch scalar {
            case "-", "\u{2212}", "\u{2013}": words.append("-")
            case "+", "(", ")": words.append(String(scalar))
            case ".": break
            default:
                if properties.generalCategory == .currencySymbol {
                    words.append(String(scalar))
                } else if !properties.isWhitespace {
                    return nil
                }
            }
        }
        return text.unicodeScalars.count > 32 ? nil : words
    }

    /// Empty for a sign that several currencies share.
    private static let symbols = [
        "€": "EUR", "£": "GBP", "₹": "INR", "₺": "TRY", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₴": "UAH", "$": "",
        "¥": "",
        "us": "USD", "rs": "INR", "fr": "CHF", "kr": "", "zł": "PLN",
    ]

    /// ISO 4217.
    private static let codes = Set(
        """
        aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd cad cdf chf clp \
        cny cop crc cuc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl hrk htg \
        huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd \
        mmk mnt mop mru mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf \
        sar sbd scr sdg sek sgd shp sle sos srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs \
        ves vnd vuv wst xaf xcd xof xpf yer zar zmw zwl
        """.split(separator: " ").map(String.init)
    )

    private static let factors: [String: Int64] = [
        "k": 1000, "tsd": 1000, "thousand": 1000, "m": 1_000_000, "mm": 1_000_000, "mn": 1_000_000, "mio": 1_000_000,
        "million": 1_000_000, "millionen": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000, "mrd": 1_000_000_000,
        "billion": 1_000_000_000,
    ]
}
