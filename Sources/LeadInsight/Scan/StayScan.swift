import LeadCore

/// The stays in one status as a report sees them: which group each ended stay counts in, and those still sitting.
struct StayScan {
    /// By stay row: its group, or the outside one when the stay has not ended as of the scope or is not in the report.
    let groups: [UInt32]
    /// False when no stay at all has ended, as is usual for closed statuses.
    let hasEnded: Bool
    /// Ages as of the scope of the stays that have not ended, and their groups.
    private(set) var ages: [Int64] = []
    private(set) var ageGroups: [UInt32] = []

    /// `listsSitting` is false for a closed status, where nothing is waiting.
    init(_ stays: StayColumns, _ leads: LeadGroups, asOf: Int64, listsSitting: Bool) {
        let outside = leads.outside
        var groups = [UInt32](repeating: outside, count: stays.count)
        var target = groups.mutableSpan
        let ids = leads.ids.span
        let lead = stays.lead.span
        let entered = stays.entered.span
        let wall = stays.wall.span
        var ended: Int64 = 0
        for i in 0..<stays.count {
            let group = leads.isEveryone ? 0 : ids[unchecked: Int(lead[unchecked: i])]
            let age = asOf &- entered[unchecked: i]
            // Signs instead of comparisons, because branches would be guessed wrong too often: negative means still going.
            let going = wall[unchecked: i] | (age &- wall[unchecked: i])
            ended |= ~going
            let mask = UInt32(truncatingIfNeeded: going >> 63)
            target[unchecked: i] = (group & ~mask) | (outside & mask)
            guard listsSitting, going & ~age < 0 else { continue }
            if group != outside {
                ages.append(age)
                ageGroups.append(group)
            }
        }
        self.groups = groups
        hasEnded = ended < 0
    }
}
