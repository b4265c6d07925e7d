package import LeadCore

extension Snapshot {
    /// The open leads that a person is on, with how many people each has.
    package func openLeads(with contact: Contact.ID) throws -> [(lead: Lead.ID, people: Int)] {
        try all(
            """
            SELECT leads.id, (SELECT COUNT(*) FROM lead_contacts AS others WHERE others.lead_id = leads.id)
            FROM lead_contacts JOIN leads ON leads.id = lead_contacts.lead_id
            WHERE lead_contacts.contact_id = \(contact) AND leads.open ORDER BY leads.id
            """
        ) { row in (try row.next(), try row.next()) }
    }

    /// All leads that a person is on.
    package func leads(with contact: Contact.ID) throws -> [Lead.ID] {
        try all("SELECT lead_id FROM lead_contacts WHERE contact_id = \(contact) ORDER BY lead_id") { row in
            try row.next()
        }
    }
}

extension Transaction {
    package func move(_ contact: Contact.ID, to account: Account.ID) throws {
        try run("UPDATE contacts SET account_id = \(account), moved_at = \(now) WHERE id = \(contact)")
    }
}
