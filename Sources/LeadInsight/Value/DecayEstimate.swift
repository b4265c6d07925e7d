package import LeadCore

/// What became of a lead that waited so long for its first response.
package struct DecayObservation: Hashable, Sendable {
    /// Working time from the start of its first-response clock until it was answered, in hours.
    package var hours: Double
    package var converted: Bool

    package init(hours: Double, converted: Bool) {
        self.hours = hours
        self.converted = converted
    }
}

/// Finds the half-life in which the chance of a conversion halves (requirement X14).
///
/// The model is P(conversion after delay d) = p · e^(−λd). Both are found by maximum likelihood; the likelihood is concave in
/// log p and λ, so what is found is the maximum. The interval of confidence is that of the likelihood ratio (Wilks 1938; as a
/// profile: Venzon and Moolgavkar 1988): all λ whose profile lies at most 3.841 / 2 below the maximum, which covers the true one
/// in 95 of 100 cases.
package enum DecayEstimate {
    /// Fewer conversions or failures than this say nothing.
    package static let least = 10
    /// Half of the 95 % point of χ² with one degree of freedom.
    private static let drop = 1.920_729_41

    /// - Returns: nil where there is too little to go by, or where waiting does not seem to cost anything.
    package static func fit(_ observations: [DecayObservation]) -> DecayFit? {
        let sales = observations.count { $0.converted }
        guard sales >= least, observations.count - sales >= least else { return nil }
        let likelihood = DecayLikelihood(observations)
        guard likelihood.meanDelay > 0 else { return nil }
        let unit = 1 / likelihood.meanDelay
        let best = maximum(of: likelihood, from: -3 * unit, to: 50 * unit)
        let top = likelihood.profile(best)
        guard best > 1e-9 else { return nil }
        let upper = crossing(likelihood, top - drop, inside: best, outside: 100 * unit)
        let lower = crossing(likelihood, top - drop, inside: best, outside: -6 * unit)
        return DecayFit(
            halfLife: ln2 / best,
            low: ln2 / upper,
            high: lower > 0 ? ln2 / lower : nil,
            chance: Elementary.exp(likelihood.intercept(best)),
            leads: observations.count,
            sales: sales
        )
    }

    private static let ln2 = 0.693_147_180_559_945_3

    /// By the golden section, which needs no derivative; the profile has one top.
    private static func maximum(of likelihood: DecayLikelihood, from: Double, to: Double) -> Double {
        let golden = 0.618_033_988_749_895
        var (low, high) = (from, to)
        var (a, b) = (high - golden * (high - low), low + golden * (high - low))
        var (atA, atB) = (likelihood.profile(a), likelihood.profile(b))
        for _ in 0..<48 {
            if atA < atB {
                (low, a, atA) = (a, b, atB)
                b = low + golden * (high - low)
                atB = likelihood.profile(b)
            } else {
                (high, b, atB) = (b, a, atA)
                a = high - golden * (high - low)
                atA = likelihood.profile(a)
            }
        }
        return (low + high) / 2
    }

    /// Where the profile falls to a level between its top and a point outside.
    private static func crossing(
        _ likelihood: DecayLikelihood,
        _ level: Double,
        inside: Double,
        outside: Double
    ) -> Double {
        var (within, beyond) = (inside, outside)
        for _ in 0..<40 {
            let middle = (within + beyond) / 2
            if likelihood.profile(middle) >= level { within = middle } else { beyond = middle }
        }
        return (within + beyond) / 2
    }
}

/// The likelihood of conversions by delay; delays are put together where they differ by less than one in a hundred.
struct DecayLikelihood {
    private var hours: [Double] = []
    private var failures: [Double] = []
    private var sales = 0.0
    /// The sum of the delays of those that converted.
    private var saleHours = 0.0
    private(set) var meanDelay = 0.0

    init(_ observations: [DecayObservation]) {
        var bins: [Int: (hours: Double, all: Double, failures: Double)] = [:]
        for observation in observations {
            let hours = max(observation.hours, 0)
            let bin = hours < 1 ? Int(hours * 60) : 60 + Int(Elementary.log(hours) * 100)
            bins[bin, default: (0, 0, 0)].hours += hours
            bins[bin, default: (0, 0, 0)].all += 1
            meanDelay += hours / Double(observations.count)
            if observation.converted {
                sales += 1
                saleHours += hours
            } else {
                bins[bin, default: (0, 0, 0)].failures += 1
            }
        }
        for (_, bin) in bins.sorted(by: { $0.key < $1.key }) {
            hours.append(bin.hours / bin.all)
            failures.append(bin.failures)
        }
    }

    /// The greatest likelihood with this λ, as a logarithm.
    func profile(_ lambda: Double) -> Double {
        let a = intercept(lambda)
        var sum = sales * a - lambda * saleHours
        for (hours, count) in zip(hours, failures) where count > 0 {
            sum += count * Elementary.log(max(1 - Elementary.exp(a - lambda * hours), 1e-300))
        }
        return sum
    }

    /// log p that fits best with this λ: no chance may exceed one.
    ///
    /// The slope falls steadily, so Newton's steps are taken while they stay between what is known to be too low and too high.
    func intercept(_ lambda: Double) -> Double {
        let limit = hours.reduce(0.0) { min($0, lambda * $1) } - 1e-9
        var (low, high) = (limit - 40, limit)
        if slope(high, lambda).value > 0 { return high }
        var a = min(limit - 0.1, Elementary.log(max(sales, 1)) - Elementary.log(sales + failures.reduce(0, +)))
        for _ in 0..<60 {
            let (value, change) = slope(a, lambda)
            if value > 0 { low = a } else { high = a }
            let step = change < 0 ? a - value / change : .nan
            let next = step > low && step < high ? step : (low + high) / 2
            if abs(next - a) < 1e-12 { return next }
            a = next
        }
        return a
    }

    private func slope(_ a: Double, _ lambda: Double) -> (value: Double, change: Double) {
        var (value, change) = (sales, 0.0)
        for (hours, count) in zip(hours, failures) where count > 0 {
            let chance = Elementary.exp(a - lambda * hours)
            let rest = max(1 - chance, 1e-12)
            value -= count * chance / rest
            change -= count * chance / (rest * rest)
        }
        return (value, change)
    }
}
