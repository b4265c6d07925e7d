import LeadCore
import LeadStore

/// Every ledger folded and held against what is recorded: the states, and the stays of leads.
struct Folds {
    private(set) var checked = 0
    /// Whose recorded state is another than its ledger tells.
    private(set) var states: [String] = []
    /// Whose recorded stays are others than its ledger tells.
    private(set) var stays: [String] = []

    private static let limit = 100

    init(_ snapshot: borrowing Snapshot) throws {
        try snapshot.eachLeadLedger { id, lines in
            checked += 1
            let history = LeadHistory(try lines.map { try $0.historyLine() })
            let folded = Lead.fold(id, history.lines.map { ($0.event, $0.at) })
            guard var stored = try snapshot.lead(id) else { return }
            stored.version = 0
            if folded != stored { Self.note("lead \(id)", in: &states) }
            if try Self.told(history) != Self.recorded(id, snapshot) { Self.note("stays of lead \(id)", in: &stays) }
        }
        try snapshot.eachOpportunityLedger { id, lines in
            checked += 1
            let folded = Opportunity.fold(id, try lines.map { (try $0.opportunityEvent(), $0.at) })
            guard var stored = try snapshot.opportunity(id) else { return }
            stored.version = 0
            if folded != stored { Self.note("opportunity \(id)", in: &states) }
        }
    }

    private static func note(_ what: String, in list: inout [String]) {
        if list.count < limit { list.append(what) }
    }

    private static func told(_ history: LeadHistory) -> [Stay] {
        Stay.fold(history)
    }

    private static func recorded(_ id: Lead.ID, _ snapshot: borrowing Snapshot) throws -> [Stay] {
        let stays = try snapshot.stays(of: id).map(\.withoutWorkingTime)
        return stays.filter { $0.dimension == .status } + stays.filter { $0.dimension == .owner }
    }
}
