/// One step of a random sequence, as a plain value: the same deeds on a new workspace do the same again.
///
/// A deed names no id. What it acts on follows from its seed and from what is there, so a sequence stays playable when
/// deeds are dropped from it.
struct Deed: Hashable, Sendable {
    /// How a command reaches the door.
    enum Delivery: String, CaseIterable, Sendable {
        case once
        /// Sent twice in a row under one key: the second must change nothing and answer the same.
        case twice
        /// Sent under a key that a later `retry` sends again, when others have acted in between.
        case keptForRetry
    }

    /// The name of a `Verb`.
    var verb: String
    var seed: UInt64
    /// Minutes that pass before it.
    var wait: Int
    var delivery: Delivery

    init(_ verb: String, _ seed: UInt64, wait: Int = 0, _ delivery: Delivery = .once) {
        self.verb = verb
        self.seed = seed
        self.wait = wait
        self.delivery = delivery
    }
}

extension Deed: CustomStringConvertible {
    /// As Swift, to be pasted into a test.
    var description: String {
        "Deed(\"\(verb)\", \(seed), wait: \(wait)\(delivery == .once ? "" : ", .\(delivery.rawValue)")),"
    }
}

extension Deed {
    /// A sequence of weighted random deeds, in which minutes, nights and weekends pass.
    static func sequence(of count: Int, from verbs: [Verb], seed: UInt64) -> [Deed] {
        var dice = Dice(seed: seed)
        let total = verbs.reduce(0) { $0 + $1.weight }
        return (0..<count).map { _ in
            var rest = dice.below(total)
            let verb = verbs.first { verb in
                rest -= verb.weight
                return rest < 0
            }
            let wait = dice.pick([0, 0, 1, 5, 20, 20, 60, 60, 240, 16 * 60, 64 * 60])
            let delivery = dice.pick([.once, .once, .once, .once, .once, .once, .twice, .keptForRetry] as [Delivery])
            return Deed(verb?.name ?? "", dice.next() >> 40, wait: wait, delivery)
        }
    }
}

/// SplitMix64 with what the generators ask of it.
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From 0 up to but not including `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    mutating func pick<T>(_ choices: [T]) -> T {
        choices[below(choices.count)]
    }

    /// True once in `n` times.
    mutating func oneIn(_ n: Int) -> Bool {
        below(n) == 0
    }
}
