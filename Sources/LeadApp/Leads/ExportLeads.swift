package import LeadCore
package import LeadStore

/// Leads to be taken out of the workspace, a large page at a time, for those who may.
package struct ExportLeads: Query {
    package static let permission: Permission? = .exportData
    static let pageSize = 1000

    package var filter: LeadFilter

    package init(_ filter: LeadFilter) {
        self.filter = filter
    }

    package struct Answer: Sendable {
        package var rows: [LeadRow]
        /// The values of their custom fields.
        package var fields: [Lead.ID: [StoredField]]
        /// Where the next page begins; nil on the last one.
        package var next: LeadFilter.Cursor?
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        var wanted = try filter.asked(desk.policy, now: now)
        wanted.limit = Self.pageSize
        let rows = try snapshot.leadRows(wanted, in: desk.access.scope, clocks: false)
        let isFull = rows.count == Self.pageSize
        return Answer(
            rows: rows,
            fields: try snapshot.fields(of: rows.map(\.id), as: desk.policy.process.fields),
            next: isFull ? rows.last.map { LeadFilter.Cursor(key: $0.sortKey, id: $0.id) } : nil,
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now
        )
    }
}
