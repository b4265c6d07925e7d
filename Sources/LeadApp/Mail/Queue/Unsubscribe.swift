package import LeadCore
package import LeadStore

/// Somebody wants no mail from us any more: one click of theirs, or of their mail program (RFC 8058).
package struct Unsubscribe: Command {
    package typealias Outcome = Done
    package static let name = "unsubscribe"
    package static let permission = Permission.administer
    package static let isAudited = false
    static let meaning = "unsubscribe"

    package var token: String

    package init(token: String) {
        self.token = token
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard let contact = LinkSigner.id(in: token, of: Contact.self),
            try LinkSigner(tx).isGenuine(token, Self.meaning)
        else { throw Refusal.notFound("link") }
        try tx.stopMail(to: contact)
        return Done()
    }
}
