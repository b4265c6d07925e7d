package import LeadCore
package import LeadStore

/// Takes mails that are due for sending; what is not settled within the lease is sent again, under the same Message-ID.
package struct ClaimMails: Command {
    package static let name = "claim_mails"
    package static let permission = Permission.administer
    package static let isAudited = false

    package struct Outcome: Codable, Sendable {
        package var mails: [Mail.ID]
    }

    package var limit: Int

    package init(limit: Int = 50) {
        self.limit = limit
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        Outcome(mails: try tx.claimMails(limit: limit, lease: MailRetry.lease).map(\.id))
    }
}

/// A mail as it goes over the wire; nil when its way has ended meanwhile, and a refusal's words when it cannot be written.
package struct MailToSend: Query {
    package static let permission: Permission? = .administer

    package var mail: Mail.ID

    package init(mail: Mail.ID) {
        self.mail = mail
    }

    package enum Answer: Sendable {
        case message(MailMessage)
        case impossible(String)
        case over
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        guard let mail = try snapshot.mail(mail), mail.nextAt != nil else { return .over }
        guard let to = MailAddress(name: mail.addressName, mailbox: mail.address) else {
            return .impossible("Mail servers here cannot take this address")
        }
        let settings = try snapshot.mailSettings()
        return .message(
            MailMessage(
                messageID: mail.messageID,
                from: settings.from,
                to: to,
                replyTo: settings.replyTo,
                date: mail.createdAt,
                subject: mail.subject,
                text: mail.text,
                html: mail.html,
                extra: mail.extraHeaders,
                attachments: try mail.files.compactMap { try snapshot.attachment($0) }
            )
        )
    }
}

extension MailRecord {
    fileprivate var extraHeaders: [(name: String, value: String)] {
        var fields = [(name: "Auto-Submitted", value: purpose.autoSubmitted), ("X-Auto-Response-Suppress", "All")]
        if let language { fields.append(("Content-Language", language)) }
        if let unsubscribe {
            fields.append(("List-Unsubscribe", "<\(unsubscribe)>"))
            fields.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
        }
        return fields
    }
}
