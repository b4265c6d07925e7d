/// What becomes of one character when texts are compared.
enum Folding {
    /// One ASCII letter or digit.
    case letter(UInt8)
    case letters(String)
    /// It vanishes: an accent, an apostrophe, an invisible character.
    case nothing
    /// It parts words.
    case gap
    /// It stands for the word "and".
    case sign

    static func of(_ scalar: Unicode.Scalar) -> Folding {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: .letter(UInt8(truncatingIfNeeded: scalar.value))
        case 0x41...0x5A: .letter(UInt8(truncatingIfNeeded: scalar.value | 0x20))
        case 0x26, 0x2B: .sign
        case 0x27, 0x60: .nothing
        case 0..<0x80: .gap
        case 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x02B0...0x02FF: .nothing
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: .nothing
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: .nothing
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map(of) ?? .gap
        case 0xC0...0x24F: latin(scalar, LatinLetters.base[Int(scalar.value - 0xC0)])
        case 0x1E00...0x1EFF: latin(scalar, LatinLetters.additional[Int(scalar.value - 0x1E00)])
        default: other(scalar)
        }
    }

    private static func latin(_ scalar: Unicode.Scalar, _ base: UInt8) -> Folding {
        if base != LatinLetters.none { return .letter(base) }
        return switch scalar {
        case "ß", "ẞ": .letters("ss")
        case "Æ", "æ", "Ǣ", "ǣ", "Ǽ", "ǽ": .letters("ae")
        case "Œ", "œ": .letters("oe")
        case "Þ", "þ": .letters("th")
        case "Ĳ", "ĳ": .letters("ij")
        case "Ŀ", "ŀ": .letter(UInt8(ascii: "l"))
        case "Ǆ", "ǅ", "ǆ", "Ǳ", "ǲ", "ǳ": .letters("dz")
        case "Ǉ", "ǈ", "ǉ": .letters("lj")
        case "Ǌ", "ǋ", "ǌ": .letters("nj")
        default: other(scalar)
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> Folding {
        let properties = scalar.properties
        if properties.numericType == .decimal, let value = properties.numericValue {
            return .letter(UInt8(ascii: "0") + UInt8(value))
        }
        guard properties.isAlphabetic || isMark(properties.generalCategory) else { return .gap }
        let lower = properties.lowercaseMapping
        return .letters(plain[lower] ?? lower)
    }

    /// Vowel signs of the Indic and other scripts belong to their words.
    private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
        category == .nonspacingMark || category == .spacingMark
    }

    /// Greek and Cyrillic letters without their marks, and final sigma.
    private static let plain = [
        "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω",
        "ς": "σ", "ё": "е", "ѐ": "е", "й": "и", "ѝ": "и", "ї": "і", "ў": "у", "ѓ": "г", "ќ": "к",
    ]
}
