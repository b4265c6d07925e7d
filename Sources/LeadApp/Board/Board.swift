package import LeadCore
package import LeadStore

/// The open leads by status with true totals, and the first of each column.
package struct Board: Query {
    package var filter: LeadFilter

    /// - Parameter filter: owner and product class; its statuses, sort and cursor are not used.
    package init(_ filter: LeadFilter = LeadFilter()) {
        self.filter = filter
    }

    package struct Column: Sendable {
        package var step: LeadProcess.Step
        package var count: Int
        /// What they are worth if all of them buy, one sum per currency.
        package var values: [Money]
        /// What they are expected to bring, likewise.
        package var expected: [Money]
        package var rows: [LeadRow]
    }

    package struct Answer: Sendable {
        package var columns: [Column]
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
    }

    package static let cards = 25

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        var open = filter
        open.open = nil
        open.statuses = desk.policy.process.steps.filter(\.kind.isOpen).map(\.status)
        let totals = try snapshot.statusTotals(open, in: desk.access.scope, desk.policy)
        let columns = try desk.policy.process.steps.filter(\.kind.isOpen).map { step in
            var wanted = open
            wanted.statuses = [step.status]
            wanted.sort = .newest
            wanted.after = nil
            wanted.limit = Self.cards
            let total = totals.first { $0.status == step.status }
            return Column(
                step: step,
                count: total?.count ?? 0,
                values: total?.values.filter { $0.minor > 0 } ?? [],
                expected: total?.expected.filter { $0.minor > 0 } ?? [],
                rows: total == nil ? [] : try snapshot.leadRows(wanted, in: desk.access.scope, clocks: false)
            )
        }
        return Answer(columns: columns, directory: try Directory(snapshot), policy: desk.policy, now: now)
    }
}
