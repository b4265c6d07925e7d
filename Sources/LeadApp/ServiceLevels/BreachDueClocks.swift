package import LeadCore
package import LeadStore

/// Records the clocks whose time has passed and wakes the leads whose wake date has come; fires each once, in order.
package struct BreachDueClocks: Command {
    package typealias Outcome = Int
    package static let name = "breach_due_clocks"
    package static let permission = Permission.administer
    package static let isAudited = false

    /// How many at most in one transaction; call again while as many come back.
    package var limit: Int

    package init(limit: Int = 500) {
        self.limit = limit
    }

    /// - Returns: how many fired.
    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        let due = try tx.read.dueClocks(at: tx.now, limit: limit)
        for (clock, id) in due {
            guard let lead = try tx.read.lead(id) else { continue }
            var act = LeadAct(lead, facts: desk.facts(tx), newClockID: tx.newClockID)
            try act.breach(clock)
            try tx.update(act)
        }
        return due.count
    }
}
