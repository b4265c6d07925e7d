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
        /// The values of its custom fields.
        package var fields: [StoredField]
        package var company: AccountRecord
        package var stays: [Stay]
        package var responses: [ResponseRow]
        package var activities: [ActivityRow]
        /// Oldest first.
        package var events: [Event]
        package var verbs: [LeadVerb]
        package var gate: [Gate.Check]
        package var value: LeadValue
        /// Whether the actor may set right what the timeline says wrongly.
        package var mayCorrect: Bool
        /// Leads about the same deal that the actor may see.
        package var linked: [LeadRow]
        /// How many more there are that the actor may not see.
        package var linkedUnseen: Int
        /// Leads that were merged into this one and that the actor may see.
        package var merged: [MergedLead]
        /// The lead that carries on, when this one was merged and the actor may see that one.
        package var survivor: LeadRow?
        /// Leads that its history tells of and that the actor may see, by name.
        package var companions: [LeadRow]
        package var policy: Policy
        /// Whether the actor may say who answers for it in marketing.
        package var mayReassign: Bool
        package var directory: Directory
        package var now: Instant
        package var calendars: Calendars
        /// Whether the actor may erase its people for good.
        package var mayErase: Bool
        /// Who turned out to be one of its people.
        package var formerSelves: [FormerSelf]
        /// The names of product classes, when its history tells of another one; empty otherwise.
        package var classNames: [ProductClass.ID: String] = [:]
        /// The account's other leads that the actor may see: open ones first, each newest first, the first few.
        package var others: [LeadRow] = []
        /// What was written to its people, oldest first.
        package var mails: [MailRecord]
        /// Links by which partners work it, oldest first.
        package var shares: [LeadShares.Entry]
    }

    /// A record that was merged into one of the lead's people.
    package struct FormerSelf: Sendable {
        package var contact: Contact.ID
        package var survivor: Contact.ID
        package var name: String
        package var mergedAt: Instant
    }

    package static let mostOthers = 20

    /// A ledger line with its event.
    package struct Event: Sendable {
        package var seq: Int64
        package var event: LeadEvent
        package var at: Instant
        package var recordedAt: Instant
        package var actor: User.ID?
        package var policy: Int
        /// For whom the actor stood in, when an assistant acted.
        package var onBehalfOf: User.ID?
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let lead = try desk.access.lead(lead, snapshot)
        guard let row = try snapshot.leadRow(lead.id), let company = try snapshot.account(lead.account) else {
            throw Refusal.notFound("lead")
        }
        let process = desk.policy.process
        let profile = try snapshot.profile(of: lead, fields: process.fields)
        let lines = try snapshot.ledger(of: lead.id)
        let events = try lines.map { try $0.leadEvent() }
        let linked = try snapshot.leads(linkedTo: lead.id)
        let seen = try snapshot.leadRows(among: linked, in: desk.access.scope)
        var answer = Answer(
            lead: lead,
            row: row,
            account: (name: company.name, personal: company.personal),
            people: try snapshot.people(of: lead.id),
            evidence: try snapshot.evidence(of: lead.id),
            fields: try snapshot.fields(of: lead.id, as: process.fields),
            company: company,
            stays: try snapshot.stays(of: lead.id),
            responses: try snapshot.responses(of: lead.id),
            activities: try snapshot.activities(of: lead.id),
            events: zip(lines, events).map { line, event in
                Event(
                    seq: line.seq,
                    event: event,
                    at: line.at,
                    recordedAt: line.recordedAt,
                    actor: line.actor,
                    policy: line.policy,
                    onBehalfOf: line.onBehalfOf
                )
            },
            verbs: lead.verbs(in: desk.policy.process, for: desk.access.actor.role),
            gate: desk.policy.gate.checks(lead, profile, process),
            value: try LeadValue(lead, row, snapshot, desk.policy),
            mayCorrect: desk.access.actor.role.may(CorrectLead.permission),
            linked: seen,
            linkedUnseen: linked.count - seen.count,
            merged: try snapshot.merged(into: lead.id, in: desk.access.scope),
            survivor: try snapshot.leadRows(among: lead.mergedInto.map { [$0] } ?? [], in: desk.access.scope).first,
            companions: try snapshot.leadRows(
                among: Set(events.compactMap(\.companion)).sorted(),
                in: desk.access.scope
            ),
            policy: desk.policy,
            mayReassign: desk.access.actor.role.may(.reassignLeads),
            directory: try Directory(snapshot),
            now: now,
            calendars: desk.calendars,
            mayErase: desk.access.actor.role.may(ErasePerson.permission),
            formerSelves: try snapshot.formerSelves(on: lead.id).map { merge, name in
                FormerSelf(contact: merge.merged, survivor: merge.survivor, name: name, mergedAt: merge.at)
            },
            mails: try snapshot.mails(of: lead.id).filter { $0.user == nil },
            shares: try LeadShares(lead: lead.id).answer(snapshot, desk, now: now).shares
        )
        if events.contains(where: { $0.kind == .reclassified }) {
            answer.classNames = Dictionary(uniqueKeysWithValues: try snapshot.productClasses().map { ($0.id, $0.name) })
        }
        answer.others = try others(of: lead, snapshot, desk.access)
        return answer
    }

    private func others(of lead: Lead, _ snapshot: borrowing Snapshot, _ access: Access) throws -> [LeadRow] {
        let rows = try [true, false].flatMap { open in
            var filter = LeadFilter()
            filter.account = lead.account
            filter.open = open
            filter.limit = Self.mostOthers + 1
            return try snapshot.leadRows(filter, in: access.scope, clocks: false)
        }
        return Array(rows.filter { $0.id != lead.id }.prefix(Self.mostOthers))
    }
}
