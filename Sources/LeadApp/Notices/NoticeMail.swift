package import LeadCore
package import LeadStore

extension Transaction {
    /// Tells somebody by mail as well, in the way that they chose (requirement I7): at once, or in their daily mail.
    func mailNotice(_ kind: NoticeKind, of lead: Lead.ID, to user: User.ID, _ calendar: WorkingCalendar) throws {
        switch try read.noticeWay(kind, of: user) {
        case .page: break
        case .atOnce:
            let at = calendar.nextWorkingInstant(onOrAfter: now) ?? now
            let name = try read.nameOfLead(lead)
            let link = "\(try read.mailSettings().base)/leads/\(lead)"
            try mail(
                .notice,
                to: user,
                subject: "\(kind.label): \(name)",
                text: "\(kind.label).\n\n\(name)\n\(link)\n",
                lead,
                at
            )
        case .digest:
            guard let digest = try read.digest(of: user) else { return }
            try awaitDigest(of: user, at: calendar.nextDigest(after: now, atMinute: digest.minute))
        }
    }

    /// Queues a mail to one of us; somebody who has left gets none.
    func mail(
        _ purpose: MailPurpose,
        to user: User.ID,
        subject: String,
        text: String,
        _ lead: Lead.ID?,
        _ at: Instant
    ) throws {
        guard let person = try read.user(user), person.active, try read.mailStop(person.email) == nil else { return }
        let id: Mail.ID = newID()
        var mail = MailRecord(
            id: id,
            purpose: purpose,
            to: person.email,
            name: person.name,
            messageID: "\(id)@\(try read.mailSettings().from.domain)",
            subject: subject,
            text: text + Self.noticeFoot(try read.mailSettings().base),
            at: now
        )
        mail.user = user
        mail.lead = lead
        mail.nextAt = at
        try enqueue(mail)
    }

    private static func noticeFoot(_ base: String) -> String {
        "\n--\nYou chose to be told by mail. Change that at \(base)/account/notices\n"
    }
}

extension Snapshot {
    /// "Grace Hopper, Navy Ltd".
    func nameOfLead(_ lead: Lead.ID) throws -> String {
        guard let row = try leadRow(lead) else { return "A lead" }
        return [row.name, row.account].compactMap { $0?.trimmed }.joined(separator: ", ")
    }
}

/// Writes the daily mails that are due, each for one person with what they were told since the last one.
package struct SendDigests: Command {
    package typealias Outcome = Int
    package static let name = "send_digests"
    package static let permission = Permission.administer
    package static let isAudited = false

    package init() {}

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        let due = try tx.read.dueDigests(at: tx.now, limit: 100)
        for digest in due {
            try write(digest, tx)
            try tx.endDigest(of: digest.user)
        }
        return due.count
    }

    private func write(_ digest: DigestRow, _ tx: borrowing Transaction) throws {
        let ways = try tx.read.noticeChoices(of: digest.user)
        guard let user = try tx.read.user(digest.user) else { return }
        let access = try Access(of: Actor(user: user.id, role: user.role), tx.read, at: tx.now)
        let notices = try tx.read.notices(of: digest.user, in: access.scope, limit: 200)
            .filter { $0.readAt == nil && $0.at >= digest.since && ways[$0.kind] == .digest }
        guard !notices.isEmpty else { return }
        let base = try tx.read.mailSettings().base
        let lines = notices.sorted { $0.at < $1.at }.map { notice in
            let name = [notice.name, notice.account].compactMap { $0 }.joined(separator: ", ")
            return "- \(notice.kind.label): \(name)\n  \(base)/leads/\(notice.lead)\n"
        }
        let count = notices.count == 1 ? "1 notice" : "\(notices.count) notices"
        try tx.mail(
            .digest,
            to: digest.user,
            subject: "\(count) from Baton",
            text: "What you were told since the last mail:\n\n" + lines.joined(),
            nil,
            tx.now
        )
    }
}
