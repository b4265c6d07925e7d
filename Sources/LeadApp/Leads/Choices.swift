package import LeadCore
package import LeadStore

/// What forms and filters offer to choose from: the workspace's own names.
package struct Choices: Query {
    package init() {}

    package struct Answer: Sendable {
        /// Active people, by name.
        package var people: [Colleague]
        package var pools: [Named<Pool>]
        package var sources: [Named<Source>]
        package var campaigns: [Named<Campaign>]
        package var productClasses: [Named<ProductClass>]
        package var products: [ProductLine]
        package var policy: Policy
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        Answer(
            people: try snapshot.colleagues(knownTo: desk.access.actor, .importData).filter(\.active),
            pools: try snapshot.pools(),
            sources: try snapshot.sources(),
            campaigns: try snapshot.campaigns().map { Named(id: $0.id, name: $0.name) },
            productClasses: try snapshot.productClasses(),
            products: try snapshot.pricedProducts(),
            policy: desk.policy,
            now: now
        )
    }
}
