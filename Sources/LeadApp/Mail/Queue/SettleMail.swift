package import LeadCore
package import LeadStore

/// Keeps what a mail server answered: sent, tried again later, or failed; the lead's timeline and its owner are told.
package struct SettleMail: Command {
    package typealias Outcome = MailState
    package static let name = "settle_mail"
    package static let permission = Permission.administer
    package static let isAudited = false

    package var mail: Mail.ID
    package var answer: DeliveryAnswer

    package init(mail: Mail.ID, answer: DeliveryAnswer) {
        self.mail = mail
        self.answer = answer
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> MailState {
        guard let mail = try tx.read.mail(mail) else { throw Refusal.notFound("mail") }
        guard mail.nextAt != nil else { return mail.state }
        let state = MailRetry.state(after: answer, attempts: mail.attempts)
        let wait = state == .deferred ? MailRetry.wait(after: mail.attempts) : nil
        try tx.settle(mail.id, state, code: answer.code, answer: answer.text, nextAt: wait.map { tx.now + $0 })
        switch state {
        case .sent:
            try tx.tell(.sent, answer.code, of: mail, desk)
            try tx.countBrochure(mail)
        case .failed:
            if answer.text.contains("5.1.") {
                try tx.stopMail(to: mail.address.lowercased(), because: "The address does not exist", mail.id)
            }
            try tx.tell(.failed, answer.code, of: mail, desk)
        default: break
        }
        return state
    }
}

extension Transaction {
    /// Puts what became of a mail on its lead's timeline.
    func tell(_ step: LeadEvent.Mailed.Step, _ code: Int, of mail: MailRecord, _ desk: Desk) throws {
        guard mail.user == nil, let lead = try mail.lead.flatMap({ try read.lead($0) }) else { return }
        var act = try desk.act(on: lead, self)
        act.note(
            LeadEvent.Mailed(
                mail: mail.id,
                purpose: mail.purpose,
                step: step,
                code: code,
                template: mail.template,
                templateVersion: mail.templateVersion,
                after: now - mail.createdAt
            )
        )
        try update(act)
        try announce(act)
    }

    /// A brochure that went out counts among what we did towards somebody.
    fileprivate func countBrochure(_ mail: MailRecord) throws {
        guard mail.purpose == .brochure, mail.lead == nil, let contact = mail.contact, let about = mail.productClass
        else { return }
        _ = try insert(touch: .brochure, of: contact, about: about, campaign: mail.campaign, at: now)
    }
}

/// Sends a mail again from the beginning, as after an address or the server was put right.
package struct RetryMail: Command {
    package typealias Outcome = Done
    package static let name = "retry_mail"
    package static let permission = Permission.editCampaigns

    package var mail: Mail.ID

    package init(mail: Mail.ID) {
        self.mail = mail
    }

    package var subject: String? { "mail:\(mail)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard let mail = try tx.read.mail(mail) else { throw Refusal.notFound("mail") }
        switch mail.state {
        case .failed, .bounced, .deferred:
            try tx.allowMail(to: mail.address.lowercased())
            try tx.retry(mail.id)
        case .waiting: break
        case .sent, .suppressed:
            throw Refusal(.conflict, "mail_over", "This mail was sent, or the person wants none; it is not sent again.")
        }
        return Done()
    }
}
