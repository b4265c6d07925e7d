import Foundation
import LeadCore

/// A seeded source of randomness (SplitMix64, public domain by Sebastiano Vigna): the same seed tells the same story.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A source of its own for one part of the story, so that a change in one part does not change the others.
    init(seed: UInt64, part: Int) {
        var mixed = Chance(seed: seed &+ UInt64(truncatingIfNeeded: part) &* 0xD1B5_4A32_D192_ED03)
        self.init(seed: mixed.next())
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Chance {
    /// From 0 up to but not including 1.
    mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// True with this probability.
    mutating func happens(_ probability: Double) -> Bool {
        fraction() < probability
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(fraction() * Double(range.count))
    }

    mutating func pick<T>(_ choices: [T]) -> T {
        choices[number(0...choices.count - 1)]
    }

    /// One of the choices, the heavier the likelier.
    mutating func pick<T>(weighted choices: [(T, Double)]) -> T {
        var rest = fraction() * choices.reduce(0) { $0 + $1.1 }
        for (choice, weight) in choices {
            rest -= weight
            if rest < 0 { return choice }
        }
        return choices[choices.count - 1].0
    }

    /// A span of time as people need it: mostly near the median, now and then much longer.
    mutating func span(median minutes: Double, spread: Double = 0.7) -> Span {
        .seconds(Int64(60 * minutes * exp(spread * normal())))
    }

    /// An amount near the median, rounded as people round.
    mutating func amount(median: Int64, spread: Double = 0.5) -> Int64 {
        let raw = Double(median) * exp(spread * normal())
        let step: Double = raw > 2_000_000 ? 50_000 : raw > 200_000 ? 5_000 : raw > 2_000 ? 500 : 5
        return Int64((raw / step).rounded() * step)
    }

    /// Standard normal (Box and Muller).
    private mutating func normal() -> Double {
        let radius = (-2 * log(1 - fraction())).squareRoot()
        return radius * cos(2 * Double.pi * fraction())
    }
}
