import LeadCore

/// Which lead each sale counts with by first touch: the rule of `FirstTouch`, for all sales at once.
struct SaleCredit {
    /// By deal: the row of the lead, or `OpportunityColumns.noLead`; only for deals won as of the instant.
    private(set) var lead: [UInt32]

    init(_ columns: Columns, asOf: Int64) {
        let deals = columns.opportunities
        let leads = columns.leads
        let accounts = (0..<deals.count).map { Self.account(of: $0, deals, leads) }
        var isWanted = [Bool](repeating: false, count: columns.accounts.end)
        for deal in 0..<deals.count where deals.won[deal] <= asOf { isWanted[Int(accounts[deal])] = true }
        isWanted[0] = false
        var first: [UInt64: UInt32] = [:]
        for row in 0..<leads.count where isWanted[Int(leads.account[row])] {
            for productClass in [leads.productClass[row], Codebook.none] {
                let key = Self.key(leads.account[row], productClass)
                guard let known = first[key] else {
                    first[key] = UInt32(row)
                    continue
                }
                if leads.created[row] < leads.created[Int(known)] { first[key] = UInt32(row) }
            }
        }
        lead = (0..<deals.count).map { deal in
            guard deals.won[deal] <= asOf else { return OpportunityColumns.noLead }
            guard let found = first[Self.key(accounts[deal], deals.productClass[deal])],
                leads.created[Int(found)] <= deals.won[deal]
            else { return deals.origin[deal] }
            return found
        }
    }

    /// Class 0, no class, stands for the whole account.
    private static func key(_ account: UInt32, _ productClass: Code) -> UInt64 {
        UInt64(account) << 32 | UInt64(productClass)
    }

    private static func account(of deal: Int, _ deals: OpportunityColumns, _ leads: LeadColumns) -> UInt32 {
        if deals.account[deal] != 0 || deals.origin[deal] == OpportunityColumns.noLead { return deals.account[deal] }
        return leads.account[Int(deals.origin[deal])]
    }
}
