/// Finds each lead's first stay in a status, status after status.
struct FirstArrivals {
    /// By lead: the last status that it was seen to arrive in.
    private var seen: [Code]

    init(leadCount: Int) {
        seen = [Code](repeating: Codebook.none, count: leadCount)
    }

    /// Per lead of the report that has entered the status: the time from its creation, and its group.
    mutating func next(
        _ columns: Columns,
        _ status: Code,
        _ groups: LeadGroups,
        asOf: Int64
    ) -> (times: [Int64], groups: [UInt32]) {
        let stays = columns.stays[Int(status)]
        let lead = stays.lead.span
        let entered = stays.entered.span
        let created = columns.leads.created.span
        let ids = groups.ids.span
        let outside = groups.outside
        var marks = seen.mutableSpan
        var times: [Int64] = []
        var found: [UInt32] = []
        times.reserveCapacity(stays.count)
        found.reserveCapacity(stays.count)
        for i in 0..<stays.count {
            let row = Int(lead[unchecked: i])
            let at = entered[unchecked: i]
            guard marks[unchecked: row] != status, at <= asOf, ids[unchecked: row] != outside else { continue }
            marks[unchecked: row] = status
            times.append(max(0, at &- created[unchecked: row]))
            found.append(ids[unchecked: row])
        }
        return (times, found)
    }
}
