package import LeadCore
package import LeadStore

/// Gives somebody an account, with a password or with a link to set one.
package struct CreateUser: Command {
    package static let name = "create_user"
    package static let permission = Permission.administer

    package struct Outcome: Codable, Sendable {
        package var user: User.ID
    }

    var person: NewPerson
    var passwordHash: String?
    var link: [UInt8]?

    /// - Parameter link: lets the person set a password within three days; show it once.
    package init(_ person: NewPerson, link: Secret) {
        self.person = person
        self.link = link.hash
    }

    /// - Parameter passwordHash: from `Password.hash`.
    package init(_ person: NewPerson, passwordHash: String) {
        self.person = person
        self.passwordHash = passwordHash
    }

    package func subject(after outcome: Outcome) -> String? { "person:\(outcome.user)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard try tx.read.user(withEmail: person.email) == nil else {
            throw Refusal(
                .conflict,
                "email_taken",
                "Somebody has an account with this e-mail address already.",
                issues: [.init("/email", "Has an account already.")]
            )
        }
        let id: User.ID = tx.newID()
        try tx.save(person.record(id, passwordHash: passwordHash))
        if let link { try tx.addSetupLink(link, for: id, expiresAt: tx.now + IssuePasswordLink.life) }
        return Outcome(user: id)
    }
}
