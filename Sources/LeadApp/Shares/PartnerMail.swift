package import LeadCore
import LeadStore

/// The mail that brings a partner their link, with the next step for their calendar and the customer for their address book.
struct PartnerMail {
    let share: ShareRecord
    let token: String
    let lead: Lead
    let note: String?

    func send(_ tx: borrowing Transaction, _ desk: Desk) throws {
        let settings = try tx.read.mailSettings()
        guard let partner = try tx.read.user(share.partner) else { return }
        let shared = try SharedLead(share, lead, tx.read, desk, tx.now)
        let template = try template(tx.read)
        let words = template.filled(try values(shared, partner, settings, tx.read))
        let id: Mail.ID = tx.newID()
        var mail = MailRecord(
            id: id,
            purpose: .partner,
            to: partner.email,
            name: partner.name,
            messageID: "\(id)@\(settings.from.domain)",
            subject: words.subject,
            text: words.text + (note.map { "\n\($0)\n" } ?? ""),
            html: note == nil ? words.html : nil,
            at: tx.now
        )
        mail.lead = lead.id
        mail.template = template.version == 0 ? nil : template.id
        mail.templateVersion = template.version == 0 ? nil : template.version
        mail.language = template.language
        mail.files = template.files + (try attachments(shared, tx))
        try tx.enqueue(mail)
    }

    private func template(_ snapshot: borrowing Snapshot) throws -> MailTemplate {
        let occasion = MailTemplate.Scope(
            source: lead.source,
            campaign: lead.campaign,
            productClass: lead.productClass
        )
        let found = try snapshot.mailTemplates().map(\.template).best(for: .partner, occasion, language: nil)
        return found.flatMap { $0.sends ? $0 : nil } ?? MailTemplate.standardPartner
    }

    private func values(
        _ shared: SharedLead,
        _ partner: UserRecord,
        _ settings: MailSettings,
        _ snapshot: borrowing Snapshot
    ) throws -> [MailField: String] {
        var values = try MailValues(contact: shared.contact, productClass: lead.productClass, snapshot).values
        values.merge(try MailValues.lead(lead, snapshot)) { $1 }
        values[.ownerName] = shared.giver
        values[.ownerEmail] = try share.createdBy.flatMap { try snapshot.user($0)?.email }
        values[.dueAt] = lead.nextStep.map { "\(MailTime.text($0.dueAt, in: shared.zone)) (\(shared.zone.identifier))" }
        values[.partnerName] = partner.name
        values[.link] = "\(settings.base)/p/\(token)"
        return values
    }

    private func attachments(_ shared: SharedLead, _ tx: borrowing Transaction) throws -> [MailFile.ID] {
        var files = [
            MailMessage.Attachment(name: "customer.vcf", mediaType: "text/vcard", bytes: Array(shared.card.text.utf8))
        ]
        if let entry = shared.entry {
            files.append(.init(name: "next-step.ics", mediaType: "text/calendar", bytes: Array(entry.text.utf8)))
        }
        return try files.map { file in
            let id: MailFile.ID = tx.newID()
            try tx.insert(id, file, forTemplates: false)
            return id
        }
    }
}

extension MailTemplate {
    /// What a partner is written while nobody has made a template for it.
    package static let standardPartner = MailTemplate(
        id: Identifier(high: 0, low: 0),
        version: 0,
        purpose: .partner,
        name: "Standard",
        subject: "A lead for you: {{account.name|a customer}}",
        text: """
            Hello {{partner.name}},

            {{owner.name|a colleague}} passes a lead on to you: {{contact.name}}, {{account.name|a private customer}}, about
            {{lead.productClass}}. Please accept or decline it here:

            {{link}}

            Next: {{lead.nextStep}}, until {{lead.dueAt}}.
            The link is for you alone and for this one lead. You need no account and no password.

            """
    )
}
