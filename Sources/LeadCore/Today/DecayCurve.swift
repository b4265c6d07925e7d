/// How the chance of a sale falls while a lead waits for its first response: it halves in each half-life (requirement X14).
///
/// "Decreases almost exponentially in proportion to the delay" is what the field says; the half-life is what a workspace
/// finds out for itself.
package struct DecayCurve: Hashable, Codable, Sendable {
    /// In hours of working time.
    package var halfLife: Double

    package init(halfLife: Double) {
        self.halfLife = halfLife
    }

    /// What is left of the chance after a delay in hours: 1 at once, a half after one half-life.
    package func survival(_ hours: Double) -> Double {
        hours <= 0 ? 1 : Elementary.exp(-hours * hazard)
    }

    /// The share of what is left that goes in each hour: the hazard, ln 2 / half-life.
    package var hazard: Double { Elementary.ln2 / halfLife }
}

/// A half-life found in a workspace's own data, with its interval of confidence.
package struct DecayFit: Hashable, Codable, Sendable {
    package var halfLife: Double
    /// The 95 % interval; the upper end is nil where the data do not even show that waiting costs anything.
    package var low: Double
    package var high: Double?
    /// The chance of a sale without any delay.
    package var chance: Double
    package var leads: Int
    package var sales: Int

    package init(halfLife: Double, low: Double, high: Double?, chance: Double, leads: Int, sales: Int) {
        self.halfLife = halfLife
        self.low = low
        self.high = high
        self.chance = chance
        self.leads = leads
        self.sales = sales
    }
}

/// What is assumed about waiting until a workspace's own data say it better.
package struct WaitingPolicy: Hashable, Codable, Sendable {
    /// The half-life of a lead that nobody has tried to reach, in working hours.
    package var halfLife: Double
    /// The half-life of a lead whose next step is overdue, in working hours.
    package var stepHalfLife: Double
    /// A fitted half-life is used when the upper end of its interval is at most so many times the lower one.
    package var widest: Double

    package init(halfLife: Double, stepHalfLife: Double, widest: Double) {
        self.halfLife = halfLife
        self.stepHalfLife = stepHalfLife
        self.widest = widest
    }

    package static let standard = WaitingPolicy(halfLife: 5, stepHalfLife: 40, widest: 3)

    package var faults: [Refusal.Issue] {
        var faults: [Refusal.Issue] = []
        if !(halfLife >= 0.05 && halfLife <= 10_000) {
            faults.append(.init("/halfLife", "A half-life lies between 0.05 and 10,000 working hours."))
        }
        if !(stepHalfLife >= 0.05 && stepHalfLife <= 10_000) {
            faults.append(.init("/stepHalfLife", "A half-life lies between 0.05 and 10,000 working hours."))
        }
        if !(widest > 1 && widest <= 100) {
            faults.append(.init("/widest", "How wide an interval may be lies above 1 and at most at 100."))
        }
        return faults
    }

    /// Whether a fit is sure enough to be used in place of the prior.
    package func trusts(_ fit: DecayFit) -> Bool {
        guard let high = fit.high, fit.low > 0 else { return false }
        return high <= widest * fit.low
    }

    /// The curve in force: the workspace's own when it is sure enough, else the stated prior.
    package func curve(_ fit: DecayFit?) -> DecayCurve {
        guard let fit, trusts(fit) else { return DecayCurve(halfLife: halfLife) }
        return DecayCurve(halfLife: fit.halfLife)
    }
}
