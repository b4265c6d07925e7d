package import LeadCore
package import LeadStore

/// The templates in use, and the files that they can carry.
package struct MailTemplateList: Query {
    package static let permission: Permission? = .editCampaigns

    package init() {}

    package struct Answer: Sendable {
        package var templates: [TemplateRow]
        package var files: [MailFileRow]
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        Answer(templates: try snapshot.mailTemplates(), files: try snapshot.mailFiles())
    }
}

/// How a template reads with a real lead: the newest that the actor may see, unless one is named.
package struct PreviewMail: Query {
    package static let permission: Permission? = .editCampaigns

    package var draft: SaveMailTemplate
    package var lead: Lead.ID?

    package init(_ draft: SaveMailTemplate, lead: Lead.ID? = nil) {
        self.draft = draft
        self.lead = lead
    }

    package struct Answer: Sendable {
        package var lead: Lead.ID?
        package var leadName: String
        package var words: MailTemplate.Filled
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let template = try draft.checked(draft.template ?? Identifier(high: 0, low: 0), version: 0, snapshot)
        guard let id = try lead ?? newest(snapshot, desk) else {
            return Answer(lead: nil, leadName: "nobody yet", words: template.filled([:]))
        }
        let lead = try desk.access.lead(id, snapshot)
        guard let row = try snapshot.leadRow(id) else { throw Refusal.notFound("lead") }
        let contact = try snapshot.people(of: id).first?.contact
        var values = try MailValues(contact: contact, productClass: lead.productClass, snapshot).values
        values.merge(try MailValues.lead(lead, snapshot)) { $1 }
        values[.link] = "https://…/p/…"
        values[.unsubscribe] = "https://…/unsubscribe/…"
        values[.partnerName] = "Partner"
        return Answer(lead: id, leadName: row.name, words: template.filled(values))
    }

    private func newest(_ snapshot: borrowing Snapshot, _ desk: Desk) throws -> Lead.ID? {
        var filter = LeadFilter()
        filter.limit = 1
        return try snapshot.leadRows(filter, in: desk.access.scope).first?.id
    }
}
