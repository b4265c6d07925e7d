extension Money {
    /// The largest amount that is taken in, in minor units: ten trillion of a currency with cents.
    ///
    /// No deal comes near it, and nine thousand of them still fit into a sum.
    package static let most: Int64 = 1_000_000_000_000_000

    /// Whether so many minor units are taken in, debts included.
    package static func takes(_ minor: Int64) -> Bool {
        minor.magnitude <= most.magnitude
    }

    /// Refuses an amount that can only be a slip or an attack.
    ///
    /// - Parameter pointer: where in the input it stands.
    package func requireInRange(_ pointer: String) throws(Refusal) {
        guard Self.takes(minor) else { throw Self.tooLarge(pointer) }
    }

    package static func tooLarge(_ pointer: String) -> Refusal {
        let sentence = "This amount is too large: at most \(most) minor units are taken."
        return Refusal(.invalid, "amount_too_large", sentence, issues: [.init(pointer, sentence)])
    }
}

extension Int64 {
    /// The sum, or the largest or smallest number where it does not fit: a total must not end the process.
    package func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other < 0 ? .min : .max
    }

    /// The nearest whole number that fits.
    package init(saturating value: Double) {
        self = Int64(exactly: value.rounded()) ?? (value > 0 ? .max : value < 0 ? .min : 0)
    }
}
