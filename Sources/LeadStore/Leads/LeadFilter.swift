package import LeadCore

/// Which leads a list shows, in what order, from where.
package struct LeadFilter: Sendable {
    package enum Sort: String, CaseIterable, Codable, Sendable {
        case newest, oldest, due, value

        /// The column that is sorted by, with a stand-in where it is null, and whether it descends.
        fileprivate var key: (column: String, descends: Bool) {
            switch self {
            case .newest: ("leads.created_at", true)
            case .oldest: ("leads.created_at", false)
            case .due: ("COALESCE(leads.next_due_at, 9223372036854775807)", false)
            case .value: ("COALESCE(leads.value, -1)", true)
            }
        }
    }

    /// Where the page before ended.
    package struct Cursor: Sendable {
        package var key: Int64
        package var id: Lead.ID

        package init(key: Int64, id: Lead.ID) {
            self.key = key
            self.id = id
        }
    }

    var only: Lead.ID?
    var opportunity: Opportunity.ID?
    /// Only these; all when nil.
    var among: [Lead.ID]?
    package var account: Account.ID?
    package var text: String?
    package var statuses: [Status] = []
    package var owner: Owner?
    package var source: Source.ID?
    package var campaign: Campaign.ID?
    package var productClass: ProductClass.ID?
    package var grade: Grade?
    package var open: Bool?
    package var createdFrom: Instant?
    package var createdBefore: Instant?
    /// What else must hold; whoever fetches turns it into `asked`.
    package var question: Condition?
    /// The question as SQL.
    package var asked: SQL?
    package var sort = Sort.newest
    package var after: Cursor?
    package var limit = 50

    package init() {}

    var condition: SQL {
        var parts: [SQL] = []
        if let only { parts.append("leads.id = \(only)") }
        if let opportunity { parts.append("leads.opportunity_id = \(opportunity)") }
        if let among { parts.append("leads.id IN (\(among.map { "\($0)" as SQL }.joined(", ")))") }
        if let account { parts.append("leads.account_id = \(account)") }
        if let text { parts.append(.leadsMatching(text)) }
        if !statuses.isEmpty { parts.append("leads.status IN (\(statuses.map { "\($0)" as SQL }.joined(", ")))") }
        if let owner { parts.append("leads.owner = \(owner)") }
        if let source { parts.append("leads.source_id = \(source)") }
        if let campaign { parts.append("leads.campaign_id = \(campaign)") }
        if let productClass { parts.append("leads.class_id = \(productClass)") }
        if let grade { parts.append("leads.grade = \(grade)") }
        if let open { parts.append(open ? "leads.open" : "NOT leads.open") }
        if let createdFrom { parts.append("leads.created_at >= \(createdFrom)") }
        if let createdBefore { parts.append("leads.created_at < \(createdBefore)") }
        if let asked { parts.append(asked) }
        return parts.isEmpty ? "TRUE" : parts.joined(" AND ")
    }

    /// Rows behind the cursor in the order of the sort.
    var page: SQL {
        guard let after else { return "TRUE" }
        let (column, descends) = sort.key
        let sign = descends ? "<" : ">"
        // The first half says nothing new; it lets an index on an expression be entered where the page begins.
        return """
            \(raw: column) \(raw: sign)= \(after.key)
              AND (\(raw: column), leads.id) \(raw: sign) (\(after.key), \(after.id))
            """
    }

    var order: SQL {
        let (column, descends) = sort.key
        let direction = descends ? "DESC" : "ASC"
        return "\(raw: column) \(raw: direction), leads.id \(raw: direction)"
    }

    var sortKey: SQL { "\(raw: sort.key.column)" }
}
