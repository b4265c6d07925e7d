package import LeadCore

/// All that is held on one person, as they may ask for it.
package struct PersonFile: Sendable {
    package struct OnLead: Sendable {
        package var id: Lead.ID
        package var role: ContactRole
        package var createdAt: Instant
        package var productClass: String
        package var source: String
        package var status: Status
        package var nextStep: String?
        package var reason: String?
        /// What was typed into its life.
        package var texts: [String]
        package var evidence: [String]
        /// Custom fields as `key: value`.
        package var fields: [String]
    }

    package struct Answered: Sendable {
        package var id: Response.ID
        package var campaign: String?
        package var at: Instant
        package var intent: Intent?
        package var lead: Lead.ID?
    }

    package struct Logged: Sendable {
        package var lead: Lead.ID
        package var at: Instant
        package var inbound: Bool
        package var channel: String
        package var outcome: String?
        package var note: String?
    }

    package struct Arrived: Sendable {
        package var id: Submission.ID
        package var at: Instant
        package var channel: CaptureChannel
        package var contentType: String
        package var raw: [UInt8]
    }

    package struct Key: Sendable {
        package var kind: String
        package var key: String
    }

    /// The person, and the records that turned out to be the same one.
    package var contacts: [ContactRecord]
    package var account: AccountRecord?
    package var keys: [Key]
    package var leads: [OnLead]
    package var deals: [Opportunity.ID]
    package var responses: [Answered]
    package var activities: [Logged]
    package var arrivals: [Arrived]
    /// When we did something towards them before there was a lead.
    package var touches: [(kind: Touch.Kind, at: Instant)]
}

extension Snapshot {
    /// Everything that is stored of a person; nil when there is none.
    package func file(on contact: Contact.ID) throws -> PersonFile? {
        let people = SQL.contactFamily(of: contact)
        let contacts = try family(of: contact)
        guard let first = try self.contact(contact) else { return nil }
        return PersonFile(
            contacts: contacts,
            account: try account(first.account),
            keys: try all("SELECT kind, key FROM match_keys WHERE contact_id IN \(people) ORDER BY kind, key") { row in
                PersonFile.Key(kind: try row.next(), key: try row.next())
            },
            leads: try leads(concerning: contact).compactMap { try fileLead($0, contact) },
            deals: try deals(concerning: contact),
            responses: try fileResponses(people),
            activities: try fileActivities(people, on: contact),
            arrivals: try fileArrivals(people),
            touches: try all("SELECT kind, at FROM touches WHERE contact_id IN \(people) ORDER BY at") { row in
                (kind: try row.next(), at: try row.next())
            }
        )
    }

    private func fileLead(_ id: Lead.ID, _ contact: Contact.ID) throws -> PersonFile.OnLead? {
        let texts = try all("SELECT words FROM ledger_texts WHERE lead_id = \(id) ORDER BY id") { row in
            try row.next() as String
        }
        let evidence = try all("SELECT text FROM evidence WHERE lead_id = \(id) ORDER BY criterion") { row in
            try row.next() as String
        }
        let fields = try all("SELECT key || ': ' || value FROM lead_fields WHERE lead_id = \(id) ORDER BY key") { row in
            try row.next() as String
        }
        return try first(
            """
            SELECT leads.id, (SELECT role FROM lead_contacts WHERE lead_id = leads.id
                AND contact_id IN \(SQL.contactFamily(of: contact)) LIMIT 1),
              leads.created_at, product_classes.name, sources.name, leads.status, leads.next_step, leads.reason
            FROM leads JOIN product_classes ON product_classes.id = leads.class_id
            JOIN sources ON sources.id = leads.source_id WHERE leads.id = \(id)
            """
        ) { row in
            PersonFile.OnLead(
                id: try row.next(),
                role: try row.next() ?? .responder,
                createdAt: try row.next(),
                productClass: try row.next(),
                source: try row.next(),
                status: try row.next(),
                nextStep: try row.next(),
                reason: try row.next(),
                texts: texts,
                evidence: evidence,
                fields: fields
            )
        }
    }

    private func fileResponses(_ people: SQL) throws -> [PersonFile.Answered] {
        try all(
            """
            SELECT responses.id, campaigns.name, responses.at, responses.intent, responses.lead_id FROM responses
            LEFT JOIN campaigns ON campaigns.id = responses.campaign_id
            WHERE responses.contact_id IN \(people) ORDER BY responses.at, responses.id
            """
        ) { row in
            PersonFile.Answered(
                id: try row.next(),
                campaign: try row.next(),
                at: try row.next(),
                intent: try row.next(),
                lead: try row.next()
            )
        }
    }

    private func fileActivities(_ people: SQL, on contact: Contact.ID) throws -> [PersonFile.Logged] {
        let onLeads = try leads(concerning: contact).map { "\($0)" as SQL } + ["NULL"]
        return try all(
            """
            SELECT lead_id, at, inbound, channel, outcome, note FROM activities
            WHERE contact_id IN \(people) OR lead_id IN (\(onLeads.joined(", "))) ORDER BY at, id
            """
        ) { row in
            PersonFile.Logged(
                lead: try row.next(),
                at: try row.next(),
                inbound: try row.next(),
                channel: try row.next(),
                outcome: try row.next(),
                note: try row.next()
            )
        }
    }

    private func fileArrivals(_ people: SQL) throws -> [PersonFile.Arrived] {
        try all(
            """
            SELECT id, received_at, channel, content_type, raw FROM submissions
            WHERE contact_id IN \(people) ORDER BY id
            """
        ) { row in
            PersonFile.Arrived(
                id: try row.next(),
                at: try row.next(),
                channel: try row.next(),
                contentType: try row.next(),
                raw: try row.next()
            )
        }
    }
}
