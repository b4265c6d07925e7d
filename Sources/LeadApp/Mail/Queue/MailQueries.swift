package import LeadCore
package import LeadStore

/// What waits, what failed and what was sent, newest first.
package struct MailList: Query {
    package static let permission: Permission? = .editCampaigns
    private static let most = 50

    /// All when nil.
    package var state: MailState?
    package var before: Mail.ID?

    package init(_ state: MailState? = nil, before: Mail.ID? = nil) {
        self.state = state
        self.before = before
    }

    package struct Answer: Sendable {
        package var mails: [MailRecord]
        package var next: Mail.ID?
        package var counts: [MailState: Int]
        /// How long the answers of the last 30 days took, shortest first.
        package var answerTimes: [Span]
        package var settings: MailSettings
        package var policy: Policy
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        var mails = try snapshot.mails(state, before: before, limit: Self.most + 1)
        var next: Mail.ID?
        if mails.count > Self.most {
            mails.removeLast()
            next = mails.last?.id
        }
        return Answer(
            mails: mails,
            next: next,
            counts: try snapshot.mailCounts(),
            answerTimes: try snapshot.answerTimes(since: now - .days(30)),
            settings: try snapshot.mailSettings(),
            policy: desk.policy,
            now: now
        )
    }
}

/// The mails that a contact was sent, oldest first, whether there was a lead or not.
package struct ContactMails: Query {
    package static let permission: Permission? = .editCampaigns

    package var contact: Contact.ID

    package init(contact: Contact.ID) {
        self.contact = contact
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [MailRecord] {
        guard try snapshot.contact(contact) != nil else { throw Refusal.notFound("contact") }
        return try snapshot.mails(of: contact)
    }
}

/// When mail has something to do next: a mail to be tried, or a digest to be written.
package struct NextMailDue: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Instant? {
        [try snapshot.nextMailDue(), try snapshot.nextDigestDue()].compactMap { $0 }.min()
    }
}
