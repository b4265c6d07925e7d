package import LeadCore
package import LeadStore

/// What leads use of the process: how many are in each status, and how many have a value for each field.
package struct ProcessUses: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package struct Answer: Sendable {
        package var statuses: [StatusUse]
        /// By key, whatever the kind.
        package var fields: [String: Int]
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let fields = try snapshot.fieldUses().map { ($0.key, $0.leads) }
        return Answer(
            statuses: try snapshot.statusUses(),
            fields: Dictionary(fields, uniquingKeysWith: +)
        )
    }
}
