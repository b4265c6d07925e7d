package import LeadCore

extension Snapshot {
    /// The people of a company, by name.
    package func people(of account: Account.ID, limit: Int) throws -> [ContactRecord] {
        try all(
            """
            SELECT \(raw: ContactRecord.columns) FROM contacts WHERE contacts.account_id = \(account)
            ORDER BY LOWER(contacts.name), contacts.id LIMIT \(limit)
            """
        ) { row in try ContactRecord(&row) }
    }

    /// Those of a company who are on a lead of a scope, or on one of some people's deals.
    package func people(
        of account: Account.ID,
        onLeadsIn scope: LeadScope,
        orDealsOf owners: [User.ID],
        limit: Int
    ) throws -> [ContactRecord] {
        try all(
            """
            SELECT \(raw: ContactRecord.columns) FROM contacts WHERE contacts.account_id = \(account) AND (
              EXISTS (SELECT 1 FROM lead_contacts JOIN leads ON leads.id = lead_contacts.lead_id
                WHERE lead_contacts.contact_id = contacts.id AND \(scope.condition))
              OR EXISTS (SELECT 1 FROM opportunity_contacts
                JOIN opportunities ON opportunities.id = opportunity_contacts.opportunity_id
                WHERE opportunity_contacts.contact_id = contacts.id
                  AND opportunities.owner_id IN (\(owners.map { "\($0)" as SQL }.joined(", ")))))
            ORDER BY LOWER(contacts.name), contacts.id LIMIT \(limit)
            """
        ) { row in try ContactRecord(&row) }
    }
}
