package import LeadCore
package import LeadStore

/// Makes a link with which somebody sets a new password, once.
package struct IssuePasswordLink: Command {
    package typealias Outcome = Done
    package static let name = "issue_password_link"
    package static let permission = Permission.administer
    static let life = Span.days(3)

    var user: User.ID
    var hash: [UInt8]

    package init(for user: User.ID, _ secret: Secret) {
        self.user = user
        hash = secret.hash
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard let record = try tx.read.user(user), record.active else { throw Refusal.notFound("person") }
        try tx.addSetupLink(hash, for: user, expiresAt: tx.now + Self.life)
        try tx.audit(Self.name)
        return Done()
    }
}

/// Sets somebody's password and signs them out everywhere.
///
/// It runs as the system, once whoever asks has proved that they may.
package struct SetPassword: Command {
    package typealias Outcome = Done
    package static let name = "set_password"
    package static let permission = Permission.administer

    var user: User.ID
    var passwordHash: String
    var link: [UInt8]?
    /// Makes the person's API tokens worthless too, as when somebody else may have had the password.
    package var revokesTokens = false

    /// On the server's own machine.
    package static func byOperator(of user: User.ID, password: String) async throws -> SetPassword {
        SetPassword(user: user, passwordHash: try await Password.hash(password))
    }

    /// With the link that was issued for them.
    package static func with(link: Secret, of user: User.ID, password: String) async throws -> SetPassword {
        SetPassword(user: user, passwordHash: try await Password.hash(password), link: link.hash)
    }

    /// By themselves, with the password that they have now.
    package static func changing(of user: UserRecord, from old: String, to new: String) async throws -> SetPassword {
        guard await Password.matches(old, hash: user.passwordHash) else {
            throw Refusal.invalid("/old", "This is not your present password.")
        }
        return SetPassword(user: user.id, passwordHash: try await Password.hash(new))
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        if let link { try tx.read.requireLink(link, for: user, at: tx.now) }
        guard var record = try tx.read.user(user) else { throw Refusal.notFound("person") }
        record.passwordHash = passwordHash
        try tx.save(record)
        try tx.useSetupLinks(for: user)
        try tx.closeSessions(of: user)
        if revokesTokens { try tx.revokeTokens(of: user) }
        try tx.audit(Self.name)
        return Done()
    }
}
