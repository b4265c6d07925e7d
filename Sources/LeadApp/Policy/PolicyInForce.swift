package import LeadCore
package import LeadStore

/// The policy in force as it is exchanged.
package struct PolicyInForce: Query {
    package init() {}

    package struct Answer: Sendable {
        package var version: Int
        package var body: PolicyBody
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        guard let body = try snapshot.policyBody(desk.policy.version) else { throw Refusal.notFound("policy") }
        return Answer(version: desk.policy.version, body: try JSON.value(PolicyBody.self, from: body).complete)
    }
}
