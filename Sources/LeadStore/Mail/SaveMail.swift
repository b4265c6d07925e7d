package import LeadCore

extension Transaction {
    /// Puts a mail in the queue, in the transaction of what it answers.
    ///
    /// - Returns: false when another mail has answered the same response.
    @discardableResult
    package func enqueue(_ mail: MailRecord) throws -> Bool {
        try run(
            """
            INSERT INTO mails (id, purpose, state, lead_id, contact_id, user_id, response_id, template_id, template_version,
              class_id, campaign_id, address, address_name, address_key, message_id, subject, body, html, language,
              unsubscribe, files, created_at, next_at, attempts, code, answer, ended_at)
            VALUES (\(mail.id), \(mail.purpose), \(mail.state), \(mail.lead), \(mail.contact), \(mail.user),
              \(mail.response), \(mail.template), \(mail.templateVersion), \(mail.productClass), \(mail.campaign),
              \(mail.address), \(mail.addressName), \(mail.address.lowercased()), \(mail.messageID), \(mail.subject),
              \(mail.text), \(mail.html), \(mail.language), \(mail.unsubscribe), \(IDList.text(mail.files)),
              \(mail.createdAt), \(mail.nextAt), \(mail.attempts), \(mail.code), \(mail.answer), \(mail.endedAt))
            ON CONFLICT DO NOTHING
            """
        ) == 1
    }

    /// Takes mails that are due, so that nobody else tries them before the lease ends; the longest due first.
    package func claimMails(limit: Int, lease: Span) throws -> [MailRecord] {
        let claimed = try read.all(
            """
            UPDATE mails SET next_at = \(now + lease), attempts = attempts + 1
            WHERE id IN (SELECT id FROM mails WHERE next_at <= \(now) ORDER BY next_at, id LIMIT \(limit))
            RETURNING \(raw: MailRecord.columns)
            """
        ) { row in try MailRecord(&row) }
        return claimed.sorted { $0.id < $1.id }
    }

    /// What became of a mail; one whose way has ended has no `nextAt`.
    package func settle(_ mail: Mail.ID, _ state: MailState, code: Int?, answer: String?, nextAt: Instant? = nil) throws
    {
        try run(
            """
            UPDATE mails SET state = \(state), code = \(code), answer = \(answer), next_at = \(nextAt),
              ended_at = \(nextAt == nil ? now : nil) WHERE id = \(mail)
            """
        )
    }

    /// Puts a mail back at the beginning of its way.
    package func retry(_ mail: Mail.ID) throws {
        try run(
            """
            UPDATE mails SET state = \(MailState.waiting), next_at = \(now), attempts = 0, ended_at = NULL WHERE id = \(mail)
            """
        )
    }

    /// Nothing goes to this address from now on.
    package func stopMail(to addressKey: String, because reason: String, _ mail: Mail.ID?) throws {
        try run(
            """
            INSERT INTO mail_stops (address_key, reason, at, mail_id) VALUES (\(addressKey), \(reason), \(now), \(mail))
            ON CONFLICT (address_key) DO NOTHING
            """
        )
    }

    package func allowMail(to addressKey: String) throws {
        try run("DELETE FROM mail_stops WHERE address_key = \(addressKey)")
    }

    package func stopMail(to contact: Contact.ID) throws {
        try run("UPDATE contacts SET do_not_email = TRUE WHERE id = \(contact)")
    }
}
