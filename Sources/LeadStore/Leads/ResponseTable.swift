package import LeadCore

extension Transaction {
    /// Counts a response once for ever: the same contact, campaign and event again gives the one that exists, `isNew` false.
    package func respond(
        contact: Contact.ID,
        event: String,
        campaign: Campaign.ID?,
        at: Instant,
        submission: Submission.ID,
        intent: Intent,
        about productClass: ProductClass.ID
    ) throws -> (id: Response.ID, isNew: Bool) {
        let id: Response.ID = newID()
        let event = campaign.map { "\($0) \(event)" } ?? event
        let known: Response.ID? = try read.value(
            """
            SELECT id FROM responses WHERE contact_id IN \(SQL.contactFamily(of: contact)) AND event_key = \(event)
            ORDER BY seq LIMIT 1
            """
        )
        if let known { return (known, false) }
        let inserted = try run(
            """
            INSERT INTO responses (id, campaign_id, contact_id, event_key, at, submission_id, intent, class_id)
            VALUES (\(id), \(campaign), \(contact), \(event), \(at), \(submission), \(intent),
              \(productClass)) ON CONFLICT DO NOTHING
            """
        )
        return (id, inserted == 1)
    }

    package func attach(_ response: Response.ID, to lead: Lead.ID) throws {
        try run("UPDATE responses SET lead_id = \(lead) WHERE id = \(response)")
    }
}

/// Anything logged between us and a contact about a lead, with its note.
package struct ActivityRecord: Sendable {
    package var lead: Lead.ID
    package var contact: Contact.ID?
    package var inbound: Bool
    package var channel: String
    package var outcome: String?
    package var at: Instant
    package var seconds: Int?
    package var note: String?

    package init(
        lead: Lead.ID,
        contact: Contact.ID?,
        inbound: Bool,
        channel: String,
        outcome: String?,
        at: Instant,
        seconds: Int? = nil,
        note: String?
    ) {
        self.lead = lead
        self.contact = contact
        self.inbound = inbound
        self.channel = channel
        self.outcome = outcome
        self.at = at
        self.seconds = seconds
        self.note = note
    }
}

extension ActivityRecord {
    /// What somebody wrote beside an act.
    package static func note(on lead: Lead.ID, text: String, at: Instant) -> ActivityRecord {
        ActivityRecord(
            lead: lead,
            contact: nil,
            inbound: false,
            channel: "note",
            outcome: nil,
            at: at,
            note: text
        )
    }
}

extension Transaction {
    package func log(_ activity: ActivityRecord) throws {
        let id: Identifier<ActivityRecord> = newID()
        try run(
            """
            INSERT INTO activities (id, lead_id, contact_id, inbound, channel, outcome, at, by_user, seconds, note)
            VALUES (\(id), \(activity.lead), \(activity.contact), \(activity.inbound), \(activity.channel),
              \(activity.outcome), \(activity.at), \(actor.user), \(activity.seconds), \(activity.note))
            """
        )
    }

    /// What was seen or said that shows a criterion's level, and who says so.
    package func keepEvidence(_ text: String, for criterion: Criterion, of lead: Lead.ID) throws {
        try run(
            """
            INSERT INTO evidence (lead_id, criterion, text, at, by_user)
            VALUES (\(lead), \(criterion.rawValue), \(text), \(now), \(actor.user))
            ON CONFLICT (lead_id, criterion) DO UPDATE SET text = excluded.text, at = excluded.at,
              by_user = excluded.by_user
            """
        )
    }
}
