package import LeadCore

/// Somebody who may be the same person as another.
package struct ContactCandidate: Sendable {
    package var contact: ContactRecord
    /// Nil for somebody without a company.
    package var account: String?
    package var leads: Int
}

extension Snapshot {
    /// People who share a key or the name with a person, or whose name, address or number holds `text`.
    package func candidates(for contact: Contact.ID, text: String?, limit: Int) throws -> [ContactCandidate] {
        let alike: SQL
        if let text {
            let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
            let pattern = "%\(escaped)%"
            alike = """
                (LOWER(contacts.name) LIKE LOWER(\(pattern)) ESCAPE '\\' OR LOWER(contacts.email) LIKE LOWER(\(pattern)) ESCAPE '\\'
                  OR contacts.phone LIKE \(pattern) ESCAPE '\\')
                """
        } else {
            alike = """
                contacts.id IN (
                  SELECT theirs.contact_id FROM match_keys AS ours
                  JOIN match_keys AS theirs ON theirs.kind = ours.kind AND theirs.key = ours.key
                  WHERE ours.contact_id = \(contact)
                  UNION
                  SELECT others.id FROM contacts AS mine JOIN contacts AS others ON others.account_id = mine.account_id
                  WHERE mine.id = \(contact) AND others.name_key = mine.name_key AND mine.name_key <> '')
                """
        }
        return try all(
            """
            SELECT \(raw: ContactRecord.columns), CASE WHEN accounts.personal THEN NULL ELSE accounts.name END,
              (SELECT COUNT(*) FROM lead_contacts WHERE lead_contacts.contact_id = contacts.id)
            FROM contacts JOIN accounts ON accounts.id = contacts.account_id
            WHERE \(alike) AND contacts.id <> \(contact) AND contacts.merged_into IS NULL AND contacts.erased_at IS NULL
            ORDER BY contacts.id LIMIT \(limit)
            """
        ) { row in
            ContactCandidate(contact: try ContactRecord(&row), account: try row.next(), leads: try row.next())
        }
    }
}
