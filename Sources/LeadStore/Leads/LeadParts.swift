package import LeadCore

/// A person on a lead.
package struct LeadPerson: Sendable {
    package var contact: ContactRecord
    package var role: ContactRole
}

/// What was seen or said that shows a criterion's level.
package struct Evidence: Sendable {
    package var criterion: Criterion
    package var text: String
    package var at: Instant
    package var by: User.ID?
}

/// A response as the lead page shows it.
package struct ResponseRow: Sendable {
    package var id: Response.ID
    package var campaign: String?
    package var contact: String
    package var at: Instant
    package var channel: CaptureChannel?
    /// What they wanted; nil for what came before it was asked.
    package var intent: Intent?
}

/// An activity as the timeline shows it.
package struct ActivityRow: Sendable {
    package var id: Identifier<ActivityRecord>
    package var inbound: Bool
    package var channel: String
    package var outcome: AttemptOutcome?
    package var at: Instant
    package var by: User.ID?
    package var seconds: Int?
    package var note: String?
    /// Who it was with, where that is known.
    package var contact: Contact.ID?
}

extension Snapshot {
    package func people(of lead: Lead.ID) throws -> [LeadPerson] {
        try all(
            """
            SELECT \(raw: ContactRecord.columns), lead_contacts.role FROM lead_contacts
            JOIN contacts ON contacts.id = lead_contacts.contact_id
            WHERE lead_contacts.lead_id = \(lead) ORDER BY lead_contacts.linked_at, contacts.id
            """
        ) { row in LeadPerson(contact: try ContactRecord(&row), role: try row.next()) }
    }

    package func evidence(of lead: Lead.ID) throws -> [Evidence] {
        let all = try all(
            """
            SELECT criterion, text, at, by_user FROM evidence WHERE lead_id IN \(SQL.family(of: lead))
            ORDER BY CASE WHEN lead_id = \(lead) THEN 0 ELSE 1 END, at DESC
            """
        ) { row in
            Evidence(
                criterion: try row.next(),
                text: try row.next(),
                at: try row.next(),
                by: try row.next()
            )
        }
        var seen: Set<Criterion> = []
        return all.filter { seen.insert($0.criterion).inserted }
    }

    package func responses(of lead: Lead.ID) throws -> [ResponseRow] {
        try all(
            """
            SELECT responses.id, campaigns.name, contacts.name, responses.at, submissions.channel, responses.intent
            FROM responses
            JOIN contacts ON contacts.id = responses.contact_id
            LEFT JOIN campaigns ON campaigns.id = responses.campaign_id
            LEFT JOIN submissions ON submissions.id = responses.submission_id
            WHERE responses.lead_id IN \(SQL.family(of: lead)) ORDER BY responses.at, responses.id
            """
        ) { row in
            ResponseRow(
                id: try row.next(),
                campaign: try row.next(),
                contact: try row.next(),
                at: try row.next(),
                channel: try row.next(),
                intent: try row.next()
            )
        }
    }

    package func activities(of lead: Lead.ID) throws -> [ActivityRow] {
        try all(
            """
            SELECT id, inbound, channel, outcome, at, by_user, seconds, note, contact_id FROM activities
            WHERE lead_id IN \(SQL.family(of: lead)) ORDER BY at, id
            """
        ) { row in
            ActivityRow(
                id: try row.next(),
                inbound: try row.next(),
                channel: try row.next(),
                outcome: try row.next(),
                at: try row.next(),
                by: try row.next(),
                seconds: try row.next(),
                note: try row.next(),
                contact: try row.next()
            )
        }
    }

    /// The stays of a lead or opportunity, oldest first.
    package func stays<Entity>(of subject: Identifier<Entity>) throws -> [Stay] {
        try all(
            """
            SELECT dimension, value, entered_at, left_at, working, cause FROM stays
            WHERE subject_id = \(subject) ORDER BY entered_at, seq
            """
        ) { row in
            Stay(
                dimension: try row.next(),
                value: try row.next(),
                enteredAt: try row.next(),
                leftAt: try row.next(),
                working: try row.next(),
                cause: try row.next()
            )
        }
    }

    /// The lead's own row as lists show it.
    package func leadRow(_ id: Lead.ID) throws -> LeadRow? {
        var filter = LeadFilter()
        filter.only = id
        filter.limit = 1
        return try leadRows(filter, in: .all).first
    }
}

extension Criterion: SQLReadable {}
