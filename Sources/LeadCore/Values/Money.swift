/// An amount in minor units (cents) of one currency.
package struct Money: Hashable, Codable, Sendable {
    package var minor: Int64
    /// ISO 4217 code, three upper-case letters.
    package var currency: String

    package init(minor: Int64, currency: String) {
        self.minor = minor
        self.currency = currency
    }
}
