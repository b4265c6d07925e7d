package import LeadCore

/// Seam: full-text search (SQLite's trigram index over a table, PostgreSQL's on the table itself).
extension Transaction {
    /// Makes a lead findable by any part of `text`, besides what it is found by already: each of its people brings a text.
    package func index(_ lead: Lead.ID, _ text: String) throws {
        try run("INSERT INTO lead_texts (lead_id, body) VALUES (\(lead), \(text))")
        guard read.connection.dialect == .sqlite else { return }
        try run("INSERT INTO lead_search (rowid, body) VALUES (last_insert_rowid(), \(text))")
    }
}

extension Transaction {
    /// Makes a lead findable by the people who are linked to it now, and by nobody else.
    package func reindex(_ lead: Lead.ID) throws {
        try unindex(lead)
        let people = try read.all(
            """
            SELECT contacts.id, contacts.name, CASE WHEN accounts.personal THEN NULL ELSE accounts.name END,
              contacts.email, contacts.phone
            FROM lead_contacts JOIN contacts ON contacts.id = lead_contacts.contact_id
            JOIN accounts ON accounts.id = contacts.account_id
            WHERE lead_contacts.lead_id = \(lead) ORDER BY lead_contacts.linked_at, contacts.id
            """
        ) { row in
            let contact: Contact.ID = try row.next()
            return (contact, [try row.next() as String, try row.next(), try row.next(), try row.next()] as [String?])
        }
        for (contact, words) in people {
            let known = words.compactMap { $0 }
            let keys: [String] = try read.all(
                "SELECT key FROM match_keys WHERE contact_id = \(contact) AND kind IN ('email', 'phone') ORDER BY key"
            ) { row in try row.next() }
            try index(lead, (known + keys.filter { !known.contains($0) }).joined(separator: " "))
        }
    }

    func unindex(_ lead: Lead.ID) throws {
        if read.connection.dialect == .sqlite {
            try run(
                """
                INSERT INTO lead_search (lead_search, rowid, body)
                SELECT 'delete', n, body FROM lead_texts WHERE lead_id = \(lead)
                """
            )
        }
        try run("DELETE FROM lead_texts WHERE lead_id = \(lead)")
    }
}

extension SQL {
    /// Leads whose text holds `part` anywhere; three letters or more use the index.
    package static func leadsMatching(_ part: String) -> SQL {
        """
        leads.id IN (SELECT lead_id FROM lead_texts
          WHERE \(sqlite: "n IN (SELECT rowid FROM lead_search WHERE body LIKE", postgres: "(body ILIKE") \(containing(part))
            \(sqlite: "", postgres: "ESCAPE ''")))
        """
    }

    /// A `LIKE` pattern for "contains", without escapes so that the index can be used: `%` and `_` in the input match loosely.
    private static func containing(_ part: String) -> String {
        "%\(part)%"
    }
}
