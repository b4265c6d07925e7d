package import LeadCore
package import LeadStore

/// Open leads that one lead may be linked to or merged with, found by a text or by its own account.
package struct LeadCandidates: Query {
    package static let limit = 20

    package var lead: Lead.ID
    /// Part of a name, company or address; the other leads of the account when nil.
    package var text: String?

    package init(lead: Lead.ID, text: String? = nil) {
        self.lead = lead
        self.text = text
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [LeadRow] {
        let lead = try desk.access.lead(lead, snapshot)
        var filter = LeadFilter()
        filter.open = true
        filter.limit = Self.limit + 1
        if let text = text?.trimmed {
            filter.text = text
        } else {
            filter.account = lead.account
        }
        let rows = try snapshot.leadRows(filter, in: desk.access.scope).filter { $0.id != lead.id }
        return Array(rows.prefix(Self.limit))
    }
}

/// Open leads that may join a deal, found by a text or by the deal's own account.
package struct DealCandidates: Query {
    package var opportunity: Opportunity.ID
    package var text: String?

    package init(opportunity: Opportunity.ID, text: String? = nil) {
        self.opportunity = opportunity
        self.text = text
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [LeadRow] {
        let deal = try desk.access.opportunity(opportunity, snapshot)
        var filter = LeadFilter()
        filter.open = true
        filter.limit = LeadCandidates.limit
        filter.text = text?.trimmed
        if filter.text == nil {
            guard let account = deal.account else { return [] }
            filter.account = account
        }
        return try snapshot.leadRows(filter, in: desk.access.scope)
    }
}
