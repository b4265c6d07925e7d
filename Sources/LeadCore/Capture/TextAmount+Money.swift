extension TextAmount {
    /// An amount of money as people write it, with as many decimals as its currency has: 1,000 JPY are 1000 minor units.
    ///
    /// - Parameters:
    ///   - currency: what it is in when the text does not say so itself.
    ///   - scale: what the numbers are counted in, such as 1000; then up to four decimals count.
    package static func money(
        _ text: String,
        currency: String,
        style: Style = .automatic,
        scale: Int64 = 1
    ) throws(Refusal) -> Money {
        func read(_ currency: String) throws(Refusal) -> TextAmount {
            try TextAmount(text, decimals: scale == 1 ? Money.decimals(of: currency) : 4, style: style)
        }
        var amount = try read(currency)
        let currency = amount.currency ?? currency
        amount = try read(currency)
        guard scale != 1 else { return Money(minor: amount.minor, currency: currency) }
        let (scaled, overflow) = amount.minor.multipliedReportingOverflow(by: scale)
        guard !overflow else { throw Refusal.invalid("", "\(text) is too large an amount.") }
        let unit = (Money.decimals(of: currency)..<4).reduce(1 as Int64) { unit, _ in unit * 10 }
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: unit)
        let isHalf = rest.magnitude * 2 >= UInt64(unit)
        return Money(minor: isHalf ? whole + rest.signum() : whole, currency: currency)
    }
}
