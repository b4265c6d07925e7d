package import LeadCore
import LeadStore

/// Checks passwords and opens sessions, slowly on purpose and not too often.
package struct SignIn: Sendable {
    private let app: App
    private let perPerson = Throttle(limit: 5, per: .minutes(15))
    private let perAddress = Throttle(limit: 50, per: .minutes(15))

    package init(_ app: App) {
        self.app = app
    }

    /// An open session: the cookie's secret is not kept anywhere else.
    package struct Session: Sendable {
        package var secret: Secret
        package var user: User.ID
    }

    /// - Parameter address: where the request comes from; attempts are counted per e-mail and address, and per address.
    /// - Throws: the same refusal whether the e-mail or the password is wrong; `RateLimited` when there were too many.
    package func callAsFunction(email: String, password: String, address: String) async throws -> Session {
        let email = email.trimmed?.lowercased() ?? ""
        let key = "\(email.prefix(254)) \(address)"
        try take(key, of: address)
        let user = try await app.fetch(PasswordHolder(email: email), as: .system)
        guard await Password.matches(password, hash: user?.passwordHash), let user, user.active else {
            throw Refusal(.unauthenticated, "wrong_credentials", "The e-mail address or the password is not right.")
        }
        perPerson.forget(key)
        perAddress.giveBack(address)
        return try await open(for: user.id)
    }

    /// Sets another password for somebody who knows their present one, and signs them in anew; guesses count as at sign-in.
    package func change(
        _ user: User.ID,
        from old: String,
        to new: String,
        revokingTokens: Bool,
        address: String
    ) async throws -> Session {
        let key = "\(user) \(address)"
        try take(key, of: address)
        try await SetPassword.requirePresent(old, of: user, in: app)
        perPerson.forget(key)
        perAddress.giveBack(address)
        var command = try await SetPassword.changing(of: user, to: new)
        command.revokesTokens = revokingTokens
        try await app.perform(command, as: .system)
        return try await open(for: user)
    }

    /// Counts an attempt before anything waits, so that attempts at once are counted like attempts in turn.
    private func take(_ key: String, of address: String) throws(RateLimited) {
        let now = app.clock()
        let sentence = "Too many failed attempts. Wait fifteen minutes, then try again."
        let refusal = Refusal(.overLimit, "too_many_failures", sentence)
        guard perPerson.count(key, at: now) else {
            throw RateLimited(refusal, wait: perPerson.wait(key, at: now))
        }
        guard perAddress.count(address, at: now) else {
            throw RateLimited(refusal, wait: perAddress.wait(address, at: now))
        }
    }

    /// Opens a session for somebody who has just proved who they are.
    package func open(for user: User.ID) async throws -> Session {
        let secret = Secret.random()
        try await app.perform(
            OpenSession(hash: secret.hash, user: user, csrf: Secret.random().text),
            as: .system
        )
        return Session(secret: secret, user: user)
    }
}

private struct PasswordHolder: Query {
    var email: String

    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> UserRecord? {
        try snapshot.user(withEmail: email)
    }
}
