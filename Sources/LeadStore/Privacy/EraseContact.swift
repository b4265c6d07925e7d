package import LeadCore

/// What was touched when a person was erased.
package struct Erasure: Sendable {
    /// The leads that they were on.
    package var leads: [Lead.ID]
    /// Imports whose files may still name them: files are outside the workspace's database.
    package var imports: [Import.ID]
}

extension Contact {
    /// What an erased person is called.
    package static let erasedName = "Erased person"
}

extension Snapshot {
    package func isErased(_ contact: Contact.ID) throws -> Bool {
        try value("SELECT 1 FROM contacts WHERE id = \(contact) AND erased_at IS NOT NULL") as Int? != nil
    }

    /// Who somebody is now: the survivor of all merges, or nil when there is no such person.
    package func person(_ contact: Contact.ID) throws -> Contact.ID? {
        try value(
            """
            WITH RECURSIVE heirs (id, next) AS (
              SELECT id, merged_into FROM contacts WHERE id = \(contact)
              UNION ALL SELECT contacts.id, contacts.merged_into FROM contacts JOIN heirs ON contacts.id = heirs.next
            ) SELECT id FROM heirs WHERE next IS NULL
            """
        )
    }

    /// Every lead that a person is on, answered to or came with.
    package func leads(concerning contact: Contact.ID) throws -> [Lead.ID] {
        let people = SQL.contactFamily(of: contact)
        return try all(
            """
            SELECT lead_id FROM lead_contacts WHERE contact_id IN \(people)
            UNION SELECT id FROM leads WHERE contact_id IN \(people)
            UNION SELECT lead_id FROM responses WHERE lead_id IS NOT NULL AND contact_id IN \(people)
            UNION SELECT lead_id FROM submissions WHERE lead_id IS NOT NULL AND contact_id IN \(people)
            UNION SELECT lead_id FROM activities WHERE contact_id IN \(people)
            ORDER BY 1
            """
        ) { row in try row.next() }
    }

    package func deals(concerning contact: Contact.ID) throws -> [Opportunity.ID] {
        try all(
            """
            SELECT opportunity_id FROM opportunity_contacts WHERE contact_id IN \(SQL.contactFamily(of: contact))
            UNION SELECT opportunity_id FROM leads JOIN lead_contacts ON lead_contacts.lead_id = leads.id
            WHERE leads.opportunity_id IS NOT NULL AND lead_contacts.contact_id IN \(SQL.contactFamily(of: contact))
            ORDER BY 1
            """
        ) { row in try row.next() }
    }

    func family(of contact: Contact.ID) throws -> [ContactRecord] {
        try all(
            "SELECT \(raw: ContactRecord.columns) FROM contacts WHERE id IN \(SQL.contactFamily(of: contact)) ORDER BY id"
        ) { row in try ContactRecord(&row) }
    }
}

extension SQL {
    /// A person and all who turned out to be the same, as a list of ids.
    static func contactFamily(of contact: Contact.ID) -> SQL {
        """
        (WITH RECURSIVE selves (id) AS (
           SELECT id FROM contacts WHERE id = \(contact)
           UNION ALL SELECT contacts.id FROM contacts JOIN selves ON contacts.merged_into = selves.id
         ) SELECT id FROM selves)
        """
    }
}

extension Transaction {
    /// Removes all that is known of a person, and all that was typed about the leads and deals that they were on.
    ///
    /// What is counted stays: the leads in their statuses, the ledger, stays, clocks, responses, and that arrivals came.
    ///
    /// - Parameter seal: makes a sender's id of an arrival unreadable, always in the same way.
    package func erase(_ contact: Contact.ID, sealing seal: (String) -> String) throws -> Erasure {
        let selves = try read.family(of: contact)
        let keys = try selves.flatMap { person in
            try read.all(
                "SELECT key FROM match_keys WHERE contact_id = \(person.id) AND kind IN ('email', 'phone')"
            ) { row in try row.next() as String }
        }
        let traces = PersonTraces(selves, keys: keys)
        let leads = try read.leads(concerning: contact)
        let deals = try read.deals(concerning: contact)
        try overwritingDeleted(true)
        let imports = try blankArrivals(of: contact, traces, seal)
        try blankWords(on: leads, of: contact)
        for deal in deals { try blank(deal, traces) }
        try blankAccounts(of: contact, on: leads, traces)
        try blankSelves(contact)
        try dropViews(traces)
        for lead in leads { try reindexFamily(of: lead) }
        try beginHistoryAnew()
        try overwritingDeleted(false)
        return Erasure(leads: leads, imports: imports)
    }

    private func blankSelves(_ contact: Contact.ID) throws {
        let people = SQL.contactFamily(of: contact)
        try run("DELETE FROM match_keys WHERE contact_id IN \(people)")
        try run("DELETE FROM external_keys WHERE subject_id IN \(people)")
        try run(
            """
            UPDATE contact_merges SET before = NULL, after = NULL
            WHERE merged_id IN \(people) OR survivor_id IN \(people)
            """
        )
        try run(
            """
            UPDATE contacts SET name = \(Contact.erasedName), name_key = '', title = NULL, email = NULL, phone = NULL,
              country = NULL, city = NULL, do_not_email = TRUE, do_not_call = TRUE, erased_at = \(now)
            WHERE id IN \(people)
            """
        )
    }

    /// An account of one is the person; a company stays what it is.
    private func blankAccounts(of contact: Contact.ID, on leads: [Lead.ID], _ traces: PersonTraces) throws {
        let accounts = try read.all(
            """
            SELECT id, name FROM accounts WHERE personal AND id IN (
              SELECT account_id FROM contacts WHERE id IN \(SQL.contactFamily(of: contact)))
            """
        ) { row in (id: try row.next() as Account.ID, name: try row.next() as String) }
        let held = try leads.flatMap { lead in
            try read.all(
                """
                SELECT accounts.id, accounts.name FROM leads JOIN accounts ON accounts.id = leads.account_id
                WHERE leads.id = \(lead) AND accounts.personal
                """
            ) { row in (id: try row.next() as Account.ID, name: try row.next() as String) }
        }
        for account in accounts + held.filter({ traces.areMentioned(in: $0.name) }) {
            try run(
                """
                UPDATE accounts SET name = \(Contact.erasedName), industry = NULL, employees = NULL, revenue = NULL,
                  website = NULL, country = NULL, city = NULL WHERE id = \(account.id)
                """
            )
        }
    }

    /// Everything that was typed about the leads: next steps, reasons, notes, evidence, and fields that hold any text.
    private func blankWords(on leads: [Lead.ID], of contact: Contact.ID) throws {
        for lead in leads {
            try eraseTexts(of: lead)
            try run("UPDATE activities SET note = NULL WHERE lead_id = \(lead)")
            try run("UPDATE evidence SET text = \(LedgerText.erased) WHERE lead_id = \(lead)")
            try run("DELETE FROM lead_fields WHERE lead_id = \(lead) AND kind = \(FieldKind.text)")
        }
        try run("UPDATE activities SET note = NULL WHERE contact_id IN \(SQL.contactFamily(of: contact))")
    }

    private func blank(_ deal: Opportunity.ID, _ traces: PersonTraces) throws {
        try eraseTexts(of: deal)
        let name: String? = try read.value("SELECT name FROM opportunities WHERE id = \(deal)")
        guard let name, traces.areMentioned(in: name) else { return }
        try run("UPDATE opportunities SET name = \(LedgerText.erased) WHERE id = \(deal)")
    }

    /// Colleagues' saved searches for the person.
    private func dropViews(_ traces: PersonTraces) throws {
        let views = try read.all("SELECT id, name, query FROM saved_views") { row in
            (id: try row.next() as [UInt8], words: [try row.next() as String, try row.next() as String])
        }
        for view in views where view.words.contains(where: traces.areMentioned) {
            try run("DELETE FROM saved_views WHERE id = \(view.id)")
        }
    }

    /// Makes a lead, and those that share its texts since they were merged, findable by the people on each and by nothing else.
    func reindexFamily(of lead: Lead.ID) throws {
        let root: Lead.ID =
            try read.value(
                """
                WITH RECURSIVE heirs (id, next) AS (
                  SELECT id, merged_into FROM leads WHERE id = \(lead)
                  UNION ALL SELECT leads.id, leads.merged_into FROM leads JOIN heirs ON leads.id = heirs.next
                ) SELECT id FROM heirs WHERE next IS NULL
                """
            ) ?? lead
        let members = try read.all("SELECT id FROM leads WHERE id IN \(SQL.family(of: root)) ORDER BY id") { row in
            try row.next() as Lead.ID
        }
        for member in members { try reindex(member) }
        for member in members where member != root {
            try run("UPDATE lead_texts SET lead_id = \(root), origin_id = \(member) WHERE lead_id = \(member)")
        }
    }

    /// Seam: what is deleted or replaced from here on is overwritten in the file; PostgreSQL's own vacuuming does it there.
    private func overwritingDeleted(_ isOn: Bool) throws {
        guard read.connection.dialect == .sqlite else { return }
        try read.each(isOn ? "PRAGMA secure_delete = ON" : "PRAGMA secure_delete = OFF") { _ in }
    }
}
