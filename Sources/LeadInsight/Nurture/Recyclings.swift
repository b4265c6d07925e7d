import LeadCore

/// Every time that a lead of a report was given back to marketing, and what came of it before the next time.
struct Recyclings {
    struct Recycling {
        var lead: Int
        var at: Int64
        /// `never` while it waits.
        var left: Int64
        var cause: WakeCause?
        var requalified = false
        var handedOff = false
        /// The rows of the deals that were won.
        var sales: [Int] = []
    }

    /// Lead by lead, each lead's in the order of time.
    private(set) var all: [Recycling] = []
    /// By lead: where its recyclings begin in `all`, or -1.
    private var first: [Int]

    init(_ columns: Columns, _ groups: LeadGroups, asOf: Int64) {
        first = [Int](repeating: -1, count: columns.leads.count)
        for step in columns.process where step.kind == .nurture {
            let stays = columns.stays[Int(step.code)]
            for stay in 0..<stays.count where stays.entered[stay] <= asOf {
                let lead = Int(stays.lead[stay])
                guard groups.ids[lead] != groups.outside else { continue }
                let entered = stays.entered[stay]
                let left = stays.wall[stay] == StayColumns.open ? never : entered + stays.wall[stay]
                all.append(Recycling(lead: lead, at: entered, left: left <= asOf ? left : never))
            }
        }
        all.sort { ($0.lead, $0.at, $0.left) < ($1.lead, $1.at, $1.left) }
        for (index, recycling) in all.enumerated() where first[recycling.lead] < 0 { first[recycling.lead] = index }
        addCauses(columns.wakes)
        addProgress(columns, asOf)
        addSales(columns.opportunities, asOf)
    }

    /// The last recycling of a lead that had ended by then.
    private func latest(of lead: Int, endedBy instant: Int64) -> Int? {
        var index = first[lead]
        var found: Int?
        while index >= 0, index < all.count, all[index].lead == lead {
            if all[index].left <= instant { found = index }
            index += 1
        }
        return found
    }

    /// A waking belongs to the recycling that it ended; of several that ended at one moment, to the first without a cause.
    private mutating func addCauses(_ wakes: WakeColumns) {
        for wake in 0..<wakes.count {
            var index = first[Int(wakes.lead[wake])]
            while index >= 0, index < all.count, all[index].lead == Int(wakes.lead[wake]) {
                if all[index].left == wakes.at[wake], all[index].cause == nil {
                    all[index].cause = wakes.cause[wake]
                    break
                }
                index += 1
            }
        }
    }

    private mutating func addProgress(_ columns: Columns, _ asOf: Int64) {
        for step in columns.process where step.kind == .qualified || step.kind == .handed {
            let stays = columns.stays[Int(step.code)]
            for stay in 0..<stays.count where stays.entered[stay] <= asOf {
                guard let index = latest(of: Int(stays.lead[stay]), endedBy: stays.entered[stay]) else { continue }
                if step.kind == .qualified { all[index].requalified = true } else { all[index].handedOff = true }
            }
        }
    }

    private mutating func addSales(_ deals: OpportunityColumns, _ asOf: Int64) {
        for deal in 0..<deals.count where deals.won[deal] <= asOf && deals.origin[deal] != OpportunityColumns.noLead {
            guard let index = latest(of: Int(deals.origin[deal]), endedBy: deals.won[deal]) else { continue }
            all[index].sales.append(deal)
        }
    }
}
