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

    package var subject: String? { "person:\(user)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard let record = try tx.read.user(user), record.active else { throw Refusal.notFound("person") }
        try tx.addSetupLink(hash, for: user, expiresAt: tx.now + Self.life)
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
    /// Whose act it is: the person's own, except on the server's machine.
    package var onBehalfOf: User.ID?

    package var subject: String? { "person:\(user)" }
    /// Makes the person's API tokens worthless too, as when somebody else may have had the password.
    package var revokesTokens = false

    /// On the server's own machine.
    package static func byOperator(of user: User.ID, password: String) async throws -> SetPassword {
        SetPassword(user: user, passwordHash: try await Password.hash(password))
    }

    /// With the link that was issued for them.
    package static func with(link: Secret, of user: User.ID, password: String) async throws -> SetPassword {
        SetPassword(user: user, passwordHash: try await Password.hash(password), link: link.hash, onBehalfOf: user)
    }

    /// By themselves, once they have shown the password that they have now.
    static func changing(of user: User.ID, to new: String) async throws -> SetPassword {
        SetPassword(user: user, passwordHash: try await Password.hash(new), onBehalfOf: user)
    }

    static func requirePresent(_ old: String, of user: User.ID, in app: App) async throws {
        let hash = try await app.fetch(PasswordHash(user: user), as: .system)
        guard await Password.matches(old, hash: hash) else {
            throw Refusal.invalid("/old", "This is not your present password.")
        }
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        if let link { try tx.read.requireLink(link, for: user, at: tx.now) }
        guard var record = try tx.read.user(user) else { throw Refusal.notFound("person") }
        record.passwordHash = passwordHash
        try tx.save(record)
        try tx.useSetupLinks(for: user)
        try tx.closeSessions(of: user)
        if revokesTokens { try tx.revokeTokens(of: user) }
        return Done()
    }
}

private struct PasswordHash: Query {
    static let permission: Permission? = .administer

    var user: User.ID

    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> String? {
        try snapshot.user(user)?.passwordHash
    }
}
