/// The digits of a written number, and how many of them are decimals.
struct DecimalText {
    enum Reading {
        case number(DecimalText)
        case ambiguous
        case none
    }

    private var digits: [UInt8]
    private var decimals: Int

    /// Reads digits with signs of grouping and decimals among them, such as `1 234,5` or `1'234.50`.
    static func read(_ text: Substring, style: TextAmount.Style) -> Reading {
        guard let (groups, signs) = cut(text) else { return .none }
        let points = signs.indices.filter { signs[$0] != .space }
        let last = points.last
        let isDecimal: Bool
        if let last {
            let others = points.dropLast().contains { signs[$0] == signs[last] }
            let mixed = Set(points.map { signs[$0] }).count == 2
            switch style {
            case .pointDecimal: isDecimal = signs[last] == .point
            case .commaDecimal: isDecimal = signs[last] == .comma
            case .automatic:
                if others {
                    isDecimal = false
                } else if mixed || points.count < signs.count {
                    isDecimal = true
                } else if groups[last + 1].count == 3, (1...3).contains(groups[last].count), groups[last] != [0x30] {
                    if signs[last] == .point { return .ambiguous }
                    isDecimal = false
                } else {
                    isDecimal = true
                }
            }
            // The sign before the decimals stands once and last.
            if isDecimal, others || last != signs.count - 1 { return .none }
        } else {
            isDecimal = false
        }
        let whole = isDecimal ? Array(groups.dropLast()) : groups
        let grouping = Set(isDecimal ? signs.dropLast() : signs[...])
        guard grouping.count <= 1, isGrouped(whole) else { return .none }
        let decimals = isDecimal ? groups[groups.count - 1] : []
        return .number(DecimalText(digits: whole.flatMap { $0 } + decimals, decimals: decimals.count))
    }

    /// Times ten to the power of `decimals` times `factor`, rounded half away from zero; nil when it is too large.
    func scaled(by factor: Int64, decimals: Int) -> Int64? {
        let significant = digits.drop { $0 == 0x30 }
        guard significant.count <= 22, self.decimals <= 22 else { return nil }
        let mantissa = significant.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) }
        let divisor = Self.powerOfTen(self.decimals)
        let (quotient, rest) = (mantissa * Int128(factor) * Self.powerOfTen(decimals)).quotientAndRemainder(
            dividingBy: divisor
        )
        return Int64(exactly: rest * 2 >= divisor ? quotient + 1 : quotient)
    }

    private enum Sign {
        case point
        case comma
        case space
    }

    private static func cut(_ text: Substring) -> (groups: [[UInt8]], signs: [Sign])? {
        var groups: [[UInt8]] = [[]]
        var signs: [Sign] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": groups[groups.count - 1].append(UInt8(truncatingIfNeeded: scalar.value))
            case ".": signs.append(.point)
            case ",": signs.append(.comma)
            case " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}", "_": signs.append(.space)
            default: return nil
            }
            if signs.count == groups.count { groups.append([]) }
        }
        guard groups.contains(where: { !$0.isEmpty }) else { return nil }
        return (groups, signs)
    }

    /// One group of any length, or groups of three of which the first may be shorter; India parts by two as well.
    private static func isGrouped(_ groups: [[UInt8]]) -> Bool {
        guard groups.count > 1 else { return true }
        return (1...3).contains(groups[0].count) && groups[groups.count - 1].count == 3
            && groups.dropFirst().dropLast().allSatisfy { (2...3).contains($0.count) }
    }

    private static func powerOfTen(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
