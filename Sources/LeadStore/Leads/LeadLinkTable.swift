package import LeadCore

extension Snapshot {
    /// Which leads are about the same deal as this one, and the group that they form.
    package func group(of lead: Lead.ID) throws -> LeadGroup.ID? {
        try value("SELECT group_id FROM lead_links WHERE lead_id = \(lead)")
    }

    package func leads(in group: LeadGroup.ID) throws -> [Lead.ID] {
        try all("SELECT lead_id FROM lead_links WHERE group_id = \(group) ORDER BY linked_at, lead_id") { row in
            try row.next()
        }
    }

    /// The leads that are about the same deal, without this one.
    package func leads(linkedTo lead: Lead.ID) throws -> [Lead.ID] {
        guard let group = try group(of: lead) else { return [] }
        return try leads(in: group).filter { $0 != lead }
    }

    /// Some leads as lists show them, as far as they may be seen.
    package func leadRows(among ids: [Lead.ID], in scope: LeadScope) throws -> [LeadRow] {
        guard !ids.isEmpty else { return [] }
        var filter = LeadFilter()
        filter.among = ids
        filter.limit = ids.count
        return try leadRows(filter, in: scope)
    }
}

extension Transaction {
    package func put(_ lead: Lead.ID, in group: LeadGroup.ID) throws {
        try run(
            """
            INSERT INTO lead_links (lead_id, group_id, linked_at, by_user)
            VALUES (\(lead), \(group), \(now), \(actor.user))
            ON CONFLICT (lead_id) DO UPDATE SET group_id = excluded.group_id
            """
        )
    }

    package func takeOutOfGroup(_ lead: Lead.ID) throws {
        try run("DELETE FROM lead_links WHERE lead_id = \(lead)")
    }
}
