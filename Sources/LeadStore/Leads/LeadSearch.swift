package import LeadCore

/// Seam: full-text search (SQLite's trigram index).
extension Transaction {
    /// Makes a lead findable by any part of `text`, besides what it is found by already: each of its people brings a text.
    package func index(_ lead: Lead.ID, _ text: String) throws {
        try run("INSERT INTO lead_texts (lead_id, body) VALUES (\(lead), \(text))")
        try run("INSERT INTO lead_search (rowid, body) VALUES (last_insert_rowid(), \(text))")
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
