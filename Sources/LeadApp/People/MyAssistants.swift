package import LeadCore
package import LeadStore

/// Who stands in for oneself, and for whom one stands in now.
package struct MyAssistants: Query {
    package init() {}

    package struct Answer: Sendable {
        package var assistants: [AssistantRecord]
        /// Their names.
        package var principals: [String]
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let directory = try Directory(snapshot)
        return Answer(
            assistants: try desk.access.actor.user.map { try snapshot.assistants(of: $0) } ?? [],
            principals: desk.access.principals.map { directory.name($0) }
        )
    }
}
