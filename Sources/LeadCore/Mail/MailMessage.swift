/// One mail as it goes out: text, perhaps the same as HTML, and files.
package struct MailMessage: Hashable, Sendable {
    package struct Attachment: Hashable, Sendable {
        package var name: String
        /// `application/pdf`; parameters are not part of it.
        package var mediaType: String
        package var bytes: [UInt8]

        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// Without its angle brackets: the same mail sent twice has the same.
    package var messageID: String
    package var from: MailAddress
    package var to: MailAddress
    package var replyTo: MailAddress?
    package var date: Instant
    package var subject: String
    package var text: String
    package var html: String?
    /// ASCII alone, such as `Auto-Submitted: auto-replied`.
    package var extra: [(name: String, value: String)]
    package var attachments: [Attachment]

    package init(
        messageID: String,
        from: MailAddress,
        to: MailAddress,
        replyTo: MailAddress? = nil,
        date: Instant,
        subject: String,
        text: String,
        html: String? = nil,
        extra: [(name: String, value: String)] = [],
        attachments: [Attachment] = []
    ) {
        self.messageID = messageID
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.date = date
        self.subject = subject
        self.text = text
        self.html = html
        self.extra = extra
        self.attachments = attachments
    }

    package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }

    package func hash(into hasher: inout Hasher) { hasher.combine(messageID) }
}
