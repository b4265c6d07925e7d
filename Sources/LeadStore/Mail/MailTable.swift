package import LeadCore

/// A mail as stored: what it says, to whom, why, and how far it is.
package struct MailRecord: Sendable {
    package var id: Mail.ID
    package var purpose: MailPurpose
    package var state = MailState.waiting
    package var lead: Lead.ID?
    package var contact: Contact.ID?
    /// One of us, for notices.
    package var user: User.ID?
    /// The response that it answers; no other mail answers it.
    package var response: Response.ID?
    package var template: MailTemplate.ID?
    package var templateVersion: Int?
    package var productClass: ProductClass.ID?
    package var campaign: Campaign.ID?
    package var address: String
    package var addressName: String
    package var messageID: String
    package var subject: String
    package var text: String
    package var html: String?
    package var language: String?
    /// Where one click stops advertising; nil where the mail is none.
    package var unsubscribe: String?
    package var files: [MailFile.ID] = []
    package var createdAt: Instant
    /// When it is to be tried; nil once its way has ended.
    package var nextAt: Instant?
    package var attempts = 0
    package var code: Int?
    package var answer: String?
    package var endedAt: Instant?

    package init(
        id: Mail.ID,
        purpose: MailPurpose,
        to address: String,
        name: String,
        messageID: String,
        subject: String,
        text: String,
        html: String? = nil,
        at now: Instant
    ) {
        self.id = id
        self.purpose = purpose
        self.address = address
        addressName = name
        self.messageID = messageID
        self.subject = subject
        self.text = text
        self.html = html
        createdAt = now
        nextAt = now
    }
}

extension Snapshot {
    package func mail(_ id: Mail.ID) throws -> MailRecord? {
        try first("SELECT \(raw: MailRecord.columns) FROM mails WHERE id = \(id)") { row in try MailRecord(&row) }
    }

    package func mail(withMessageID id: String) throws -> MailRecord? {
        try first("SELECT \(raw: MailRecord.columns) FROM mails WHERE message_id = \(id)") { row in try MailRecord(&row)
        }
    }

    /// What went to an address last, within a time.
    package func lastMail(to addressKey: String, since start: Instant) throws -> MailRecord? {
        try first(
            """
            SELECT \(raw: MailRecord.columns) FROM mails WHERE address_key = \(addressKey) AND created_at >= \(start)
              AND state = \(MailState.sent) ORDER BY id DESC LIMIT 1
            """
        ) { row in try MailRecord(&row) }
    }

    /// How many answers an address was sent since then.
    package func answersSent(to addressKey: String, since start: Instant) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM mails WHERE address_key = \(addressKey) AND response_id IS NOT NULL
              AND created_at >= \(start) AND state <> \(MailState.suppressed)
            """
        ) ?? 0
    }

    /// Newest first; all states when nil.
    package func mails(_ state: MailState?, before: Mail.ID? = nil, limit: Int) throws -> [MailRecord] {
        let which: SQL = state.map { "state = \($0)" } ?? "TRUE"
        let earlier: SQL = before.map { "id < \($0)" } ?? "TRUE"
        return try all(
            """
            SELECT \(raw: MailRecord.columns) FROM mails WHERE \(which) AND \(earlier) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in try MailRecord(&row) }
    }

    package func mails(of lead: Lead.ID) throws -> [MailRecord] {
        try all(
            """
            SELECT \(raw: MailRecord.columns) FROM mails WHERE lead_id IN \(SQL.family(of: lead)) ORDER BY id
            """
        ) { row in try MailRecord(&row) }
    }

    package func mails(of contact: Contact.ID) throws -> [MailRecord] {
        try all("SELECT \(raw: MailRecord.columns) FROM mails WHERE contact_id = \(contact) ORDER BY id") { row in
            try MailRecord(&row)
        }
    }

    package func mailCounts() throws -> [MailState: Int] {
        let rows: [(MailState, Int)] = try all("SELECT state, COUNT(*) FROM mails GROUP BY state") { row in
            (try row.next(), try row.next())
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// How long answers took that went out since then, shortest first.
    package func answerTimes(since start: Instant) throws -> [Span] {
        try all(
            """
            SELECT ended_at - created_at FROM mails WHERE state = \(MailState.sent) AND response_id IS NOT NULL
              AND created_at >= \(start) ORDER BY ended_at - created_at
            """
        ) { row in try row.next() }
    }

    /// When the next mail is to be tried.
    package func nextMailDue() throws -> Instant? {
        try value("SELECT MIN(next_at) FROM mails WHERE next_at IS NOT NULL")
    }

    /// Why an address takes no mail of ours; nil when it does.
    package func mailStop(_ addressKey: String) throws -> String? {
        try value("SELECT reason FROM mail_stops WHERE address_key = \(addressKey)")
    }
}

extension MailRecord {
    static let columns = """
        id, purpose, state, lead_id, contact_id, user_id, response_id, template_id, template_version, class_id, campaign_id,
          address, address_name, message_id, subject, body, html, language, unsubscribe, files, created_at, next_at, attempts,
          code, answer, ended_at
        """

    init(_ row: inout Row) throws {
        id = try row.next()
        purpose = try row.next()
        state = try row.next()
        lead = try row.next()
        contact = try row.next()
        user = try row.next()
        response = try row.next()
        template = try row.next()
        templateVersion = try row.next()
        productClass = try row.next()
        campaign = try row.next()
        address = try row.next()
        addressName = try row.next()
        messageID = try row.next()
        subject = try row.next()
        text = try row.next()
        html = try row.next()
        language = try row.next()
        unsubscribe = try row.next()
        files = IDList.ids(try row.next())
        createdAt = try row.next()
        nextAt = try row.next()
        attempts = try row.next()
        code = try row.next()
        answer = try row.next()
        endedAt = try row.next()
    }
}
