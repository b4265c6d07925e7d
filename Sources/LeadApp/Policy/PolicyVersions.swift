package import LeadCore
package import LeadStore

/// All versions of the policy, the latest first, with who put each in force and when.
package struct PolicyVersions: Query {
    package init() {}

    package struct Answer: Sendable {
        package var lines: [PolicyLine]
        package var directory: Directory
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        Answer(lines: try snapshot.policyLines(), directory: try Directory(snapshot), now: now)
    }
}

/// One version of the policy as it was, for reading what a decision was made under.
package struct PolicyVersion: Query {
    package var version: Int

    package init(version: Int) {
        self.version = version
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Policy {
        guard let body = try snapshot.policyBody(version) else { throw Refusal.notFound("version of the policy") }
        return try JSON.value(PolicyBody.self, from: body).policy(version: version)
    }
}
