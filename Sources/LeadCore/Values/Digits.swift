extension Int {
    /// The number that these ASCII digits spell; nil when there are none, too many, or anything else among them.
    init?(digits: some Collection<UInt8>) {
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        var value = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        self = value
    }

    /// The decimal text with zeros in front up to `width`.
    func padded(_ width: Int) -> String {
        let text = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - text.utf8.count))
        return (self < 0 ? "-" : "") + zeros + text
    }
}

extension Int64 {
    /// The quotient rounded down, also for negative numbers; `/` rounds towards zero.
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
