/// Whether one order of things follows another: the rank correlation and how often chance alone would give as much.
struct RankTest: Hashable, Sendable {
    /// Spearman's rank correlation, −1 to 1; nil where everything is alike.
    var correlation: Double?
    /// How likely a correlation so low or lower is when there is none: the share of random orders that give it.
    var chance: Double

    /// How many random orders are tried.
    static let orders = 999

    /// A permutation test: the ranks of one side are shuffled, always in the same way for the same data, and each order that is as low
    /// counts, the observed one among them (Phipson and Smyth 2010), so that no chance is ever told as nought.
    init(_ a: [Int64], _ b: [Int64], seed: UInt64 = 1) {
        let ranksA = Self.ranks(a)
        var ranksB = Self.ranks(b)
        let middle = Double(a.count + 1) / 2
        let spreadA = ranksA.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        let spreadB = ranksB.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        guard spreadA > 0, spreadB > 0 else {
            correlation = nil
            chance = 1
            return
        }
        func product(_ other: [Double]) -> Double {
            var sum = 0.0
            for i in ranksA.indices { sum += (ranksA[i] - middle) * (other[i] - middle) }
            return sum
        }
        let observed = product(ranksB)
        var random = SplitMix(state: seed)
        var asLow = 1
        for _ in 0..<Self.orders {
            ranksB.shuffle(using: &random)
            if product(ranksB) <= observed + 1e-9 { asLow += 1 }
        }
        correlation = observed / (spreadA * spreadB).squareRoot()
        chance = Double(asLow) / Double(Self.orders + 1)
    }

    /// 1 for the smallest; equal values share the mean of their ranks.
    private static func ranks(_ values: [Int64]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}

/// Random numbers that are the same in every run (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
