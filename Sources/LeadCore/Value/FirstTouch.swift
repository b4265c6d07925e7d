/// First touch: which lead opened an account's relation with a product class (requirements H3, G5).
///
/// The rule in full: what an account bought counts with the lead that was created first among the leads of that account for
/// that product class, if it was created before the sale was won. A sale whose class nobody named counts with the first lead
/// of the account. Where there is no such lead, a sale that came from leads counts with the first created of these. So each
/// sale counts with one lead at most.
package enum FirstTouch {
    /// A lead of the account.
    package struct Candidate<Key: Sendable>: Sendable {
        package var lead: Key
        package var productClass: ProductClass.ID
        package var createdAt: Instant

        package init(lead: Key, productClass: ProductClass.ID, createdAt: Instant) {
            self.lead = lead
            self.productClass = productClass
            self.createdAt = createdAt
        }
    }

    /// The lead that a sale counts with.
    ///
    /// - Parameters:
    ///   - candidates: the account's leads, the first created first.
    ///   - origin: the first created of the sale's own leads.
    package static func lead<Key>(
        of productClass: ProductClass.ID?,
        wonAt: Instant,
        origin: Key?,
        among candidates: [Candidate<Key>]
    ) -> Key? {
        let first = candidates.first { productClass == nil || $0.productClass == productClass }
        guard let first, first.createdAt <= wonAt else { return origin }
        return first.lead
    }
}

/// How far one looks from the creation of a lead to what came of it (requirements X13, I5).
package enum Horizon: Int, CaseIterable, Sendable {
    case month = 30
    case quarter = 90
    case year = 365
    case twoYears = 730

    package var span: Span { .days(Int64(rawValue)) }
}
