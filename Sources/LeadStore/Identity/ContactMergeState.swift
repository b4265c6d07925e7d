package import LeadCore

/// Two people and all that hangs on them: what a merge of them changes, as it was and as it left it.
///
/// Undo compares the latter with what is there, and puts the former back.
package struct ContactMergeState: Codable, Hashable, Sendable {
    package struct Person: Codable, Hashable, Sendable {
        package var id: Contact.ID
        package var account: Account.ID
        package var name: String
        package var nameKey: String
        package var title: String?
        package var email: String?
        package var phone: String?
        package var country: String?
        package var city: String?
        package var doNotEmail: Bool
        package var doNotCall: Bool
        var movedAt: Instant?
        package var mergedInto: Contact.ID?
    }

    package struct Link: Codable, Hashable, Sendable {
        package var lead: Lead.ID
        package var contact: Contact.ID
        package var role: ContactRole
        var linkedAt: Instant
        /// Whether lists show the lead by this person.
        var isFace: Bool
    }

    package struct Deal: Codable, Hashable, Sendable {
        var opportunity: Opportunity.ID
        var contact: Contact.ID
        var role: ContactRole
    }

    package var survivor: Person
    package var merged: Person
    package var links: [Link]
    package var deals: [Deal]
    /// By what both are recognised.
    var keys: [String]
    /// How often both answered; one more means that somebody came in since.
    var responses: Int

    /// The links of one of the two.
    package func links(of contact: Contact.ID) -> [Link] {
        links.filter { $0.contact == contact }
    }
}

extension ContactMergeState.Link {
    package var event: LeadEvent.ContactLink { .init(contact: contact, role: role) }
}

/// A merge of two people that is on record.
package struct ContactMerge: Sendable {
    package var merged: Contact.ID
    package var survivor: Contact.ID
    package var at: Instant
    /// Nil once either was erased.
    package var before: ContactMergeState?
    package var after: ContactMergeState?
}

extension Snapshot {
    package func mergeState(of survivor: Contact.ID, _ merged: Contact.ID) throws -> ContactMergeState? {
        guard let first = try mergePerson(survivor), let second = try mergePerson(merged) else { return nil }
        let both = "(\(survivor), \(merged))" as SQL
        return ContactMergeState(
            survivor: first,
            merged: second,
            links: try all(
                """
                SELECT lead_contacts.lead_id, lead_contacts.contact_id, role, linked_at,
                  leads.contact_id = lead_contacts.contact_id
                FROM lead_contacts JOIN leads ON leads.id = lead_contacts.lead_id
                WHERE lead_contacts.contact_id IN \(both) ORDER BY 1, 2
                """
            ) { row in
                ContactMergeState.Link(
                    lead: try row.next(),
                    contact: try row.next(),
                    role: try row.next(),
                    linkedAt: try row.next(),
                    isFace: try row.next()
                )
            },
            deals: try all(
                """
                SELECT opportunity_id, contact_id, role FROM opportunity_contacts WHERE contact_id IN \(both)
                ORDER BY 1, 2
                """
            ) { row in
                ContactMergeState.Deal(
                    opportunity: try row.next(),
                    contact: try row.next(),
                    role: try row.next()
                )
            },
            keys: try all(
                "SELECT kind || ' ' || key FROM match_keys WHERE contact_id IN \(both) ORDER BY 1"
            ) { row in try row.next() },
            responses: try value("SELECT COUNT(*) FROM responses WHERE contact_id IN \(both)") ?? 0
        )
    }

    private func mergePerson(_ id: Contact.ID) throws -> ContactMergeState.Person? {
        try first(
            """
            SELECT id, account_id, name, name_key, title, email, phone, country, city, do_not_email, do_not_call,
              moved_at, merged_into FROM contacts WHERE id = \(id)
            """
        ) { row in
            ContactMergeState.Person(
                id: try row.next(),
                account: try row.next(),
                name: try row.next(),
                nameKey: try row.next(),
                title: try row.next(),
                email: try row.next(),
                phone: try row.next(),
                country: try row.next(),
                city: try row.next(),
                doNotEmail: try row.next(),
                doNotCall: try row.next(),
                movedAt: try row.next(),
                mergedInto: try row.next()
            )
        }
    }

    package func contactMerge(of merged: Contact.ID) throws -> ContactMerge? {
        try first(
            "SELECT merged_id, survivor_id, at, before, after FROM contact_merges WHERE merged_id = \(merged)"
        ) { row in try ContactMerge(&row) }
    }

    /// Who turned out to be the people of a lead, straight, oldest first.
    package func formerSelves(on lead: Lead.ID) throws -> [(merge: ContactMerge, name: String)] {
        try all(
            """
            SELECT contact_merges.merged_id, contact_merges.survivor_id, contact_merges.at, NULL, NULL, contacts.name
            FROM lead_contacts JOIN contact_merges ON contact_merges.survivor_id = lead_contacts.contact_id
            JOIN contacts ON contacts.id = contact_merges.merged_id
            WHERE lead_contacts.lead_id = \(lead) AND contact_merges.before IS NOT NULL
            ORDER BY contact_merges.at, contact_merges.merged_id
            """
        ) { row in (merge: try ContactMerge(&row), name: try row.next()) }
    }
}

extension ContactMerge {
    fileprivate init(_ row: inout Row) throws {
        merged = try row.next()
        survivor = try row.next()
        at = try row.next()
        before = try (row.next() as String?).map { try JSON.value(from: $0) }
        after = try (row.next() as String?).map { try JSON.value(from: $0) }
    }
}
