import LeadApp
import LeadCore
import LeadStore

/// The policy that decisions run under now.
struct PolicyInForce: Query {
    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Policy {
        desk.policy
    }
}
