package import LeadCore
package import LeadStore
import Synchronization

/// The policy in force, read once per version: whoever asks names the version that the workspace has now.
package final class PolicyCache: Sendable {
    private let cached = Mutex<Policy?>(nil)

    package init() {}

    /// The policy of a snapshot that cannot be taken back.
    package func current(_ snapshot: borrowing Snapshot) throws -> Policy {
        let policy = try underWay(snapshot)
        keep(policy)
        return policy
    }

    /// The policy as a transaction sees it, which is gone again when its commit fails.
    ///
    /// `keep` it once it is durable.
    package func underWay(_ snapshot: borrowing Snapshot) throws -> Policy {
        let version = try snapshot.policyVersion()
        if let policy = cached.withLock({ $0 }), policy.version == version { return policy }
        guard let body = try snapshot.policyBody(version) else {
            throw StoreError.corrupt("policy version \(version)")
        }
        return try JSON.value(PolicyBody.self, from: body).policy(version: version)
    }

    /// Keeps a policy that is durable, unless a later one is known.
    package func keep(_ policy: Policy) {
        cached.withLock { cached in
            if (cached?.version ?? 0) < policy.version { cached = policy }
        }
    }
}
