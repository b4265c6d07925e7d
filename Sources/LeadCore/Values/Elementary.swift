/// Exponential and logarithm in plain arithmetic, the same to the last bit on every machine.
package enum Elementary {
    static let ln2 = 0.693_147_180_559_945_3

    /// e to the power of `x`.
    package static func exp(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        guard x < 700 else { return .infinity }
        let whole = (x / ln2).rounded()
        let rest = x - whole * ln2
        var (term, sum) = (1.0, 1.0)
        for n in 1...14 {
            term *= rest / Double(n)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
    }

    /// The natural logarithm of a positive number.
    package static func log(_ x: Double) -> Double {
        guard x > 0 else { return -.infinity }
        var (exponent, significand) = (Int(x.exponent), x.significand)
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var (power, sum) = (ratio, 0.0)
        for n in stride(from: 1, through: 25, by: 2) {
            sum += power / Double(n)
            power *= square
        }
        return 2 * sum + Double(exponent) * ln2
    }
}
