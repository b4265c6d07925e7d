package import LeadCore

/// Seam: full-text search (SQLite's trigram index).
extension Transaction {
    /// Makes a lead findable by any part of `text`.
    package func index(_ lead: Lead.ID, _ text: String) throws {
        try run("INSERT INTO lead_texts (lead_id, body) VALUES (\(lead), \(text))")
        try run("INSERT INTO lead_search (rowid, body) VALUES (last_insert_rowid(), \(text))")
    }

    /// Replaces the text that a lead is found by, after a name or company changed.
    package func reindex(_ lead: Lead.ID, _ text: String) throws {
        let found = try read.first("SELECT n, body FROM lead_texts WHERE lead_id = \(lead)") { row in
            (try row.next() as Int, try row.next() as String)
        }
        guard let (n, old) = found else { return try index(lead, text) }
        try run("INSERT INTO lead_search (lead_search, rowid, body) VALUES ('delete', \(n), \(old))")
        try run("UPDATE lead_texts SET body = \(text) WHERE n = \(n)")
        try run("INSERT INTO lead_search (rowid, body) VALUES (\(n), \(text))")
    }
}

extension Transaction {
    /// Makes a lead findable by one more person.
    package func extendIndex(_ lead: Lead.ID, with text: String) throws {
        let old: String? = try read.value("SELECT body FROM lead_texts WHERE lead_id = \(lead)")
        try reindex(lead, [old, text].compactMap { $0 }.joined(separator: " "))
    }
}

extension SQL {
    /// Leads whose text holds `part` anywhere; three letters or more use the index.
    package static func leadsMatching(_ part: String) -> SQL {
        "leads.id IN (SELECT lead_id FROM lead_texts WHERE n IN (SELECT rowid FROM lead_search WHERE body LIKE \(containing(part))))"
    }

    /// A `LIKE` pattern for "contains", without escapes so that the index can be used: `%` and `_` in the input match loosely.
    private static func containing(_ part: String) -> String {
        "%\(part)%"
    }
}
