package import LeadCore
import LeadInsight
package import LeadStore

/// Whether the half-life should be fitted again, and what it is now; nil while the last fit is young enough.
package struct DecayFitDue: Query {
    package static let permission: Permission? = .administer
    /// How long a fit holds.
    package static let life = Span.hours(24)

    package init() {}

    package struct Found: Sendable {
        /// Nil where there is too little to go by.
        package var fit: DecayFit?
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Found? {
        if let last = try snapshot.decayFit(), now - last.at < Self.life { return nil }
        return Found(
            fit: try desk.insight.ask(snapshot, desk.policy) { DecayReport($0, Scope(asOf: now)).fit }
        )
    }
}

/// Keeps what was found of the half-life; Today is ordered by it when it is sure enough (requirement X14).
package struct KeepDecayFit: Command {
    package typealias Outcome = Done
    package static let name = "keep_decay_fit"
    package static let permission = Permission.administer
    package static let isAudited = false

    package var fit: DecayFit?

    package init(fit: DecayFit?) {
        self.fit = fit
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try tx.keep(fit)
        return Done()
    }
}
