/// What is to be sold in a deal: a product, how many, and what they come to together.
package struct DealLine: Hashable, Codable, Sendable {
    package var product: Product.ID
    package var quantity: Int
    /// For the whole line, not for one.
    package var amount: Money

    package init(product: Product.ID, quantity: Int, amount: Money) {
        self.product = product
        self.quantity = quantity
        self.amount = amount
    }
}

extension Money {
    /// The sum of amounts in one currency, nil when there are none.
    package static func total(_ amounts: [Money]) throws(Refusal) -> Money? {
        guard var sum = amounts.first else { return nil }
        for amount in amounts.dropFirst() {
            guard amount.currency == sum.currency else {
                throw Refusal.invalid("/amount", "The amounts are in different currencies: say what they come to.")
            }
            let (minor, isTooMuch) = sum.minor.addingReportingOverflow(amount.minor)
            guard !isTooMuch else { throw Refusal.invalid("/amount", "This is too much money.") }
            sum.minor = minor
        }
        return sum
    }

    /// What `count` of these come to.
    package func times(_ count: Int) throws(Refusal) -> Money {
        let (minor, isTooMuch) = minor.multipliedReportingOverflow(by: Int64(count))
        guard !isTooMuch else { throw Refusal.invalid("/lines", "This is too much money.") }
        return Money(minor: minor, currency: currency)
    }
}
