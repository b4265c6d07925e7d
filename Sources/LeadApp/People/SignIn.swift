package import LeadCore
import LeadStore

/// Checks passwords and opens sessions, slowly on purpose and not too often.
package struct SignIn: Sendable {
    private let app: App
    private let failures = Throttle(limit: 5, per: .minutes(15))

    package init(_ app: App) {
        self.app = app
    }

    /// An open session: the cookie's secret is not kept anywhere else.
    package struct Session: Sendable {
        package var secret: Secret
        package var user: User.ID
    }

    /// - Parameter address: where the request comes from; failures are counted per e-mail and address.
    /// - Throws: the same refusal whether the e-mail or the password is wrong.
    package func callAsFunction(email: String, password: String, address: String) async throws -> Session {
        let email = email.trimmed?.lowercased() ?? ""
        let key = "\(email) \(address)"
        guard failures.allows(key, at: app.clock()) else {
            throw Refusal(
                .overLimit,
                "too_many_failures",
                "Too many failed attempts. Wait fifteen minutes, then try again."
            )
        }
        let user = try await app.fetch(PasswordHolder(email: email), as: .system)
        guard await Password.matches(password, hash: user?.passwordHash), let user, user.active else {
            failures.count(key, at: app.clock())
            throw Refusal(.unauthenticated, "wrong_credentials", "The e-mail address or the password is not right.")
        }
        failures.forget(key)
        return try await open(for: user.id)
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
