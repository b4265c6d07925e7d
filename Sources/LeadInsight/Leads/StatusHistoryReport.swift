package import LeadCore

/// How many leads were in each status at each of some instants, such as the starts of months.
package struct StatusHistoryReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var status: Code
        package var statusKey: String
        package var statusLabel: String
        package var isOpen: Bool
        /// Leads with `entered <= instant < left`, by instant.
        package var leads: [Int]
    }

    package var instants: [Instant]
    /// In process order.
    package var rows: [Row]

    /// `instants` in any order; those after the scope's are left out.
    package init(_ columns: Columns, at instants: [Instant], _ scope: Scope) {
        let instants = instants.filter { $0 <= scope.asOf }.sorted()
        let groups = LeadGroups(columns, by: .all, scope)
        let slots = InstantSlots(instants.map(\.milliseconds))
        self.instants = instants
        rows = columns.statusOrder.map { step in
            Row(
                status: step.code,
                statusKey: columns.statuses.keys[Int(step.code)],
                statusLabel: columns.statuses.label(step.code),
                isOpen: step.isOpen,
                leads: Self.counts(columns.stays[Int(step.code)], groups, slots)
            )
        }
    }

    /// A stay adds one from the first instant at or after its entering, and takes it away from the first at or after its
    /// leaving.
    private static func counts(_ stays: StayColumns, _ groups: LeadGroups, _ slots: InstantSlots) -> [Int] {
        var change = [Int](repeating: 0, count: slots.count + 1)
        var changes = change.mutableSpan
        let ids = groups.ids.span
        let lead = stays.lead.span
        let entered = stays.entered.span
        let wall = stays.wall.span
        for i in 0..<stays.count {
            let inside = groups.isEveryone || ids[unchecked: Int(lead[unchecked: i])] == 0 ? 1 : 0
            let begin = entered[unchecked: i]
            let length = wall[unchecked: i]
            let end = length < 0 ? Int64.max : begin &+ length
            changes[unchecked: slots.first(notBefore: begin)] += inside
            changes[unchecked: slots.first(notBefore: end)] -= inside
        }
        var sum = 0
        return change.dropLast().map {
            sum += $0
            return sum
        }
    }
}
