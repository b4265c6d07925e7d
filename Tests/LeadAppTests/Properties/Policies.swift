import LeadApp
import LeadCore
import LeadStore
import Synchronization

/// Every version of a workspace's policy that was asked for, read from what is stored.
final class Policies: Sendable {
    private let known = Mutex<[Int: PolicyBody]>([:])

    func body(_ version: Int, _ snapshot: borrowing Snapshot) throws -> PolicyBody {
        if let body = known.withLock({ $0[version] }) { return body }
        guard let text = try snapshot.policyBody(version) else {
            throw Violation("One decision, one reason", "policy \(version) is named and is gone")
        }
        let body: PolicyBody = try JSON.value(from: text)
        known.withLock { $0[version] = body }
        return body
    }
}
