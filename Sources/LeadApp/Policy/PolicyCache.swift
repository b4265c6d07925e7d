package import LeadCore
package import LeadStore
import Synchronization

/// The policy in force, read once per version: whoever asks names the version that the workspace has now.
package final class PolicyCache: Sendable {
    private let cached = Mutex<Policy?>(nil)

    package init() {}

    package func current(_ snapshot: borrowing Snapshot) throws -> Policy {
        let version = try snapshot.policyVersion()
        if let policy = cached.withLock({ $0 }), policy.version == version { return policy }
        guard let body = try snapshot.policyBody(version) else {
            throw StoreError.corrupt("policy version \(version)")
        }
        let policy = try JSON.value(PolicyBody.self, from: body).policy(version: version)
        cached.withLock { $0 = policy }
        return policy
    }
}
