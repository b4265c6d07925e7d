package import LeadCore

/// Which leads a report is about.
///
/// A nil set lets every value through; the codes are those of the columns' codebooks.
package struct Filter: Hashable, Sendable {
    package var sources: Set<Code>?
    package var campaigns: Set<Code>?
    package var productClasses: Set<Code>?
    /// The owner at the instant that the report is as of.
    package var owners: Set<Code>?
    /// Created then or later.
    package var createdFrom: Instant?
    /// Created before then.
    package var createdBefore: Instant?

    package init(
        sources: Set<Code>? = nil,
        campaigns: Set<Code>? = nil,
        productClasses: Set<Code>? = nil,
        owners: Set<Code>? = nil,
        createdFrom: Instant? = nil,
        createdBefore: Instant? = nil
    ) {
        self.sources = sources
        self.campaigns = campaigns
        self.productClasses = productClasses
        self.owners = owners
        self.createdFrom = createdFrom
        self.createdBefore = createdBefore
    }

    /// Every lead.
    package static let all = Filter()

    /// Whether something that has no lead can be let through by what is asked of leads alone.
    var asksOnlySourceAndCampaign: Bool {
        productClasses == nil && owners == nil
    }
}

/// What a report is about and when it is asked: everything after `asOf` is as if it had not happened yet.
package struct Scope: Hashable, Sendable {
    package var filter: Filter
    package var asOf: Instant

    package init(_ filter: Filter = .all, asOf: Instant) {
        self.filter = filter
        self.asOf = asOf
    }
}
