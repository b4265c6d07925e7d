package import LeadCore

/// Who holds the open leads as of an instant, and where promises are late (requirement F5, DESIGN section 4).
package struct CustodyReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var owner: Code
        package var ownerLabel: String
        /// Leads in an open status.
        package var open = 0
        /// Those of them with at least one running clock that is past due.
        package var overdue = 0
        /// Those of them without a running clock: none, if no lead is dropped.
        package var withoutClock = 0
        /// The sum of their expected values, in minor units of the workspace's currency.
        package var value: Int64 = 0
        /// Since they were created: `asOf − created`.
        package var age: DurationSummary?
    }

    package var asOf: Instant
    /// The workspace's currency, in which `Row.value` is.
    package var currency: String
    /// Owners with open leads, the one with the most overdue first.
    ///
    /// Leads without an owner come under "(none)".
    package var rows: [Row]

    package init(_ columns: Columns, _ scope: Scope) {
        asOf = scope.asOf
        currency = columns.currency
        let owners = LeadGroups(columns, by: .owner, scope)
        let clocks = LeadClocks(columns.clocks, leadCount: columns.leads.count, asOf: scope.asOf.milliseconds)
        var rows = owners.labels.enumerated().map { Row(owner: Code($0), ownerLabel: $1) }
        var ages: [Int64] = []
        var ageOwners: [UInt32] = []
        for step in columns.statusOrder where step.isOpen {
            let sitting = SittingScan(columns.stays[Int(step.code)], owners, asOf: scope.asOf.milliseconds)
            for (lead, owner) in zip(sitting.leads, sitting.groups) {
                let lead = Int(lead)
                rows[Int(owner)].open += 1
                rows[Int(owner)].value = rows[Int(owner)].value.addingSaturated(columns.leads.value[lead])
                switch clocks.state[lead] {
                case .none: rows[Int(owner)].withoutClock += 1
                case .running: break
                case .overdue: rows[Int(owner)].overdue += 1
                }
                ages.append(scope.asOf.milliseconds - columns.leads.created[lead])
                ageOwners.append(owner)
            }
        }
        for (owner, age) in DurationSummary.each(of: ages, ageOwners, groupCount: owners.count).enumerated() {
            rows[owner].age = age
        }
        self.rows = rows.filter { $0.open > 0 }.sorted { ($1.overdue, $1.open) < ($0.overdue, $0.open) }
    }
}

/// The worst running clock of each lead as of an instant.
private struct LeadClocks {
    enum State: UInt8 {
        case none, running, overdue
    }

    private(set) var state: [State]

    init(_ clocks: ClockColumns, leadCount: Int, asOf: Int64) {
        state = [State](repeating: .none, count: leadCount)
        for i in 0..<clocks.count where clocks.started[i] <= asOf && clocks.stopped[i] > asOf {
            let lead = Int(clocks.lead[i])
            if clocks.due[i] < asOf {
                state[lead] = .overdue
            } else if state[lead] == .none {
                state[lead] = .running
            }
        }
    }
}
