package import LeadCore
package import LeadStore

/// Takes a report of a mail that came back (RFC 3464): the mail, its lead, its owner and the address are told.
package struct TakeBounce: Command {
    package static let name = "take_bounce"
    package static let permission = Permission.editCampaigns
    package static let isAudited = false
    package static let mostBytes = 1_000_000

    package struct Outcome: Codable, Hashable, Sendable {
        /// Nil where the report is about no mail of ours.
        package var mail: Mail.ID?
        package var state: MailState?

        package init(mail: Mail.ID? = nil, state: MailState? = nil) {
            self.mail = mail
            self.state = state
        }
    }

    /// The message, byte for byte.
    package var report: [UInt8]

    package init(report: [UInt8]) {
        self.report = report
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard report.count <= Self.mostBytes, let read = DeliveryReport(report) else {
            throw Refusal.invalid("", "This is no report of a mail that came back.")
        }
        guard let mail = try mail(of: read, tx) else { return Outcome() }
        guard mail.state == .sent, let failed = read.recipients.first(where: { $0.action == .failed }) else {
            return Outcome(mail: mail.id, state: mail.state)
        }
        let words = [failed.status, failed.diagnosis ?? ""].joined(separator: " ")
        try tx.settle(mail.id, .bounced, code: failed.code, answer: words)
        if failed.status.hasPrefix("5.1.") {
            try tx.stopMail(to: mail.address.lowercased(), because: "The address does not exist", mail.id)
        }
        try tx.tell(.bounced, failed.code, of: mail, desk)
        return Outcome(mail: mail.id, state: .bounced)
    }

    /// By its Message-ID; where the report does not tell that, what went to the address last.
    private func mail(of report: DeliveryReport, _ tx: borrowing Transaction) throws -> MailRecord? {
        if let id = report.messageID { return try tx.read.mail(withMessageID: id) }
        guard let address = report.recipients.first?.address.lowercased() else { return nil }
        return try tx.read.lastMail(to: address, since: tx.now - .days(7))
    }
}
