package import LeadCore

extension Transaction {
    /// Replaces what is known about a person, in the way in which somebody corrects it.
    package func update(_ contact: ContactRecord) throws {
        try run(
            """
            UPDATE contacts SET name = \(contact.name), name_key = \(contact.nameKey), title = \(contact.title),
              email = \(contact.email), phone = \(contact.phone), country = \(contact.country), city = \(contact.city),
              do_not_email = \(contact.doNotEmail), do_not_call = \(contact.doNotCall)
            WHERE id = \(contact.id)
            """
        )
    }

    /// Nobody is found by this key for them any more.
    package func dropKey(_ key: String, kind: String, of contact: Contact.ID) throws {
        try run("DELETE FROM match_keys WHERE kind = \(kind) AND key = \(key) AND contact_id = \(contact)")
    }

    /// An account of one is called as its person is.
    package func rename(accountOfOne account: Account.ID, to name: String) throws {
        try run("UPDATE accounts SET name = \(name) WHERE id = \(account) AND personal")
    }

    /// Makes a lead findable by its people as they are known now, and what was merged with it by its own.
    package func refreshTexts(of lead: Lead.ID) throws {
        let survivor = try survivor(of: lead)
        let merged: [Lead.ID] = try read.all(
            "SELECT id FROM leads WHERE id IN \(SQL.family(of: survivor)) AND id <> \(survivor) ORDER BY id"
        ) { row in try row.next() }
        try reindex(survivor)
        for lead in merged {
            try reindex(lead)
            try inheritTexts(of: lead, by: survivor)
        }
    }

    /// Counts anew what sales would miss about a lead's people (requirement A7).
    package func refreshGaps(of lead: Lead.ID) throws {
        let people = try read.people(of: lead).map(\.contact)
        let text: String? = try read.value("SELECT incomplete FROM leads WHERE id = \(lead)")
        var gaps = text?.split(separator: " ").map(String.init) ?? []
        gaps.removeAll { $0 == "way_to_reach" || ($0 == "name" && people.contains { !$0.nameKey.isEmpty }) }
        if !people.contains(where: { $0.email != nil || $0.phone != nil }) { gaps.append("way_to_reach") }
        let rest = gaps.isEmpty ? nil : gaps.joined(separator: " ")
        guard rest != text else { return }
        try run("UPDATE leads SET incomplete = \(rest) WHERE id = \(lead)")
    }

    /// The lead that carries on for this one, or itself.
    private func survivor(of lead: Lead.ID) throws -> Lead.ID {
        var lead = lead
        while let next: Lead.ID = try read.value("SELECT merged_into FROM leads WHERE id = \(lead)") { lead = next }
        return lead
    }
}
