import LeadCore
import LeadStore

/// The immediate answer to an inquiry (requirement D1), or what somebody asked for who wants no more (A9): queued in the transaction
/// that takes the inquiry in.
struct AutoAnswer {
    let inquiry: Inquiry
    let contact: Contact.ID
    let response: Response.ID
    let names: References
    /// Nil where the inquiry is no lead.
    let lead: Lead.ID?

    /// Inquiries that are older than this are history; nobody waits for an answer.
    static let fresh = Span.hours(24)
    /// So many answers to one address in a day, whoever asks for them: a robot that answers answers stops here.
    static let mostADay = 5

    func send(_ tx: borrowing Transaction, _ desk: Desk) throws {
        guard tx.now - (inquiry.occurredAt ?? tx.now) <= Self.fresh else { return }
        guard let person = try tx.read.contact(contact), let template = try template(for: person, tx.read, desk) else {
            return
        }
        guard let address = inquiry.email?.trimmed.flatMap({ EmailKey($0)?.address }) ?? person.email else { return }
        let settings = try tx.read.mailSettings()
        let id: Mail.ID = tx.newID()
        var values = try MailValues(contact: person, productClass: names.productClass, tx.read).values
        if let lead = try lead.flatMap({ try tx.read.lead($0) }) {
            values.merge(try MailValues.lead(lead, tx.read)) { $1 }
        }
        let stop = "\(settings.base)/unsubscribe/\(try LinkSigner(tx).token(contact, Unsubscribe.meaning))"
        values[.unsubscribe] = stop
        let words = template.filled(values)
        var mail = MailRecord(
            id: id,
            purpose: template.purpose,
            to: address,
            name: person.name == address ? "" : person.name,
            messageID: "\(id)@\(settings.from.domain)",
            subject: words.subject,
            text: words.text,
            html: words.html,
            at: tx.now
        )
        mail.lead = lead
        mail.contact = contact
        mail.response = response
        mail.template = template.id
        mail.templateVersion = template.version
        mail.productClass = names.productClass
        mail.campaign = names.campaign
        mail.language = template.language
        mail.unsubscribe = template.marketing ? stop : nil
        mail.files = template.files
        if let reason = try obstacle(person, address, settings, tx) { mail.suppress(reason, at: tx.now) }
        try tx.enqueue(mail)
    }

    /// The template that fits, if any does and it says that something goes out.
    private func template(
        for person: ContactRecord,
        _ snapshot: borrowing Snapshot,
        _ desk: Desk
    ) throws -> MailTemplate? {
        let intent = inquiry.intent ?? .contact
        let treatment = desk.policy.recognition.rule(for: intent).treatment
        let occasion = MailTemplate.Scope(
            source: names.source,
            campaign: names.campaign,
            productClass: names.productClass,
            intent: intent
        )
        let language = MailLanguage.spoken(in: inquiry.country?.trimmed ?? person.country)
        let found = try snapshot.mailTemplates().map(\.template)
            .best(for: treatment == .serve ? .brochure : .answer, occasion, language: language)
        guard let found, found.sends else { return nil }
        // Nobody waits for an answer to a click; only words for exactly that are sent.
        return treatment == .signal && found.scope.intent == nil ? nil : found
    }

    /// Why nothing may go there; nil when it may.
    private func obstacle(
        _ person: ContactRecord,
        _ address: String,
        _ settings: MailSettings,
        _ tx: borrowing Transaction
    ) throws -> String? {
        if person.doNotEmail || inquiry.doNotEmail == true { return "They want no mail" }
        if MailAddress(mailbox: address) == nil { return "Mail servers here cannot take this address" }
        if settings.isOurs(address) { return "It is an address of a program, or our own" }
        if let reason = try tx.read.mailStop(address.lowercased()) { return reason }
        let sent = try tx.read.answersSent(to: address.lowercased(), since: tx.now - .days(1))
        return sent >= Self.mostADay ? "They were answered \(sent) times within a day already" : nil
    }
}

extension MailSettings {
    private static let robots: Set<String> = [
        "mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply", "bounce", "bounces",
    ]

    /// Where an answer would come back to us, or reach no person.
    func isOurs(_ address: String) -> Bool {
        let address = address.lowercased()
        let local = address.split(separator: "@").first.map(String.init) ?? ""
        return address == from.key || address == replyTo?.key || Self.robots.contains(local)
    }
}

extension MailRecord {
    /// Not to be sent, with the reason.
    mutating func suppress(_ reason: String, at now: Instant) {
        state = .suppressed
        nextAt = nil
        endedAt = now
        answer = reason
    }
}

extension Intake {
    /// Answers a response that is new, unless a file brought it or it is made of what was known before.
    func answer(
        _ person: Identification.Person,
        _ response: (id: Response.ID, isNew: Bool)?,
        _ names: References,
        lead: Lead.ID?,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws {
        guard let response, response.isNew, capture.channel != .file, capture.history.isEmpty else { return }
        try AutoAnswer(inquiry: inquiry, contact: person.contact, response: response.id, names: names, lead: lead)
            .send(tx, desk)
    }
}
