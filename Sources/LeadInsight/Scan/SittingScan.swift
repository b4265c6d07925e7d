/// The stays in one status that have not ended as of an instant: which leads are there then, and since when.
struct SittingScan {
    private(set) var leads: [UInt32] = []
    private(set) var ages: [Int64] = []
    private(set) var groups: [UInt32] = []

    init(_ stays: StayColumns, _ leadGroups: LeadGroups, asOf: Int64) {
        let ids = leadGroups.ids.span
        let outside = leadGroups.outside
        let lead = stays.lead.span
        let entered = stays.entered.span
        let wall = stays.wall.span
        for i in 0..<stays.count {
            let age = asOf &- entered[unchecked: i]
            // One test instead of three, because each alone would be guessed wrong too often.
            let isHere = ~age & (wall[unchecked: i] | (age &- wall[unchecked: i])) < 0
            guard isHere else { continue }
            let group = ids[unchecked: Int(lead[unchecked: i])]
            guard group != outside else { continue }
            leads.append(lead[unchecked: i])
            ages.append(age)
            groups.append(group)
        }
    }
}
