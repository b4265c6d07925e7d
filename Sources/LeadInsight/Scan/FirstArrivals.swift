/// Finds each lead's first stay in a status, step after step of a way.
struct FirstArrivals {
    /// Leads that have entered a step.
    struct Step {
        /// The time of each from its creation.
        var times: [Int64] = []
        /// The group of each.
        var groups: [UInt32] = []
        /// The farthest step of each before this one, counted from 1; 0 when this is its first.
        var before: [Int32] = []
    }

    /// By lead: the farthest step that it was seen to arrive in, counted from 1.
    private var seen: [Int32]
    private var step: Int32 = 0

    init(leadCount: Int) {
        seen = [Int32](repeating: 0, count: leadCount)
    }

    /// The leads of the report that have entered the next step's status.
    mutating func next(
        _ columns: Columns,
        _ status: Code,
        _ groups: LeadGroups,
        asOf: Int64
    ) -> Step {
        step += 1
        let step = step
        let stays = columns.stays[Int(status)]
        let lead = stays.lead.span
        let entered = stays.entered.span
        let created = columns.leads.created.span
        let ids = groups.ids.span
        let outside = groups.outside
        var marks = seen.mutableSpan
        var found = Step()
        found.times.reserveCapacity(stays.count)
        found.groups.reserveCapacity(stays.count)
        found.before.reserveCapacity(stays.count)
        for i in 0..<stays.count {
            let row = Int(lead[unchecked: i])
            let at = entered[unchecked: i]
            guard marks[unchecked: row] != step, at <= asOf, ids[unchecked: row] != outside else { continue }
            found.before.append(marks[unchecked: row])
            marks[unchecked: row] = step
            found.times.append(max(0, at &- created[unchecked: row]))
            found.groups.append(ids[unchecked: row])
        }
        return found
    }
}
