package import LeadCore
package import LeadStore

/// Everything about one lead, if the actor may see it.
package struct LeadDetail: Query {
    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package struct Answer: Sendable {
        package var lead: Lead
        package var row: LeadRow
        package var account: (name: String, personal: Bool)
        package var people: [LeadPerson]
        package var evidence: [Evidence]
        package var stays: [Stay]
        package var responses: [ResponseRow]
        package var activities: [ActivityRow]
        /// Oldest first.
        package var events: [Event]
        package var verbs: [LeadVerb]
        package var gate: [Gate.Check]
        package var policy: Policy
        package var directory: Directory
        package var now: Instant
        package var calendars: Calendars
    }

    /// A ledger line with its event.
    package struct Event: Sendable {
        package var event: LeadEvent
        package var at: Instant
        package var recordedAt: Instant
        package var actor: User.ID?
        package var policy: Int
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let lead = try desk.access.lead(lead, snapshot)
        guard let row = try snapshot.leadRow(lead.id), let account = try snapshot.accountName(lead.account) else {
            throw Refusal.notFound("lead")
        }
        return Answer(
            lead: lead,
            row: row,
            account: account,
            people: try snapshot.people(of: lead.id),
            evidence: try snapshot.evidence(of: lead.id),
            stays: try snapshot.stays(of: lead.id),
            responses: try snapshot.responses(of: lead.id),
            activities: try snapshot.activities(of: lead.id),
            events: try snapshot.ledger(of: lead.id).map { line in
                Event(
                    event: try line.leadEvent(),
                    at: line.at,
                    recordedAt: line.recordedAt,
                    actor: line.actor,
                    policy: line.policy
                )
            },
            verbs: lead.verbs(in: desk.policy.process, for: desk.access.actor.role),
            gate: desk.policy.gate.checks(lead.qualification),
            policy: desk.policy,
            directory: try Directory(snapshot),
            now: now,
            calendars: desk.calendars
        )
    }
}
