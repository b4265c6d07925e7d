package import LeadCore

/// Who a session or token belongs to.
package struct Credential: Sendable {
    package var user: Colleague
    /// The token that forms must carry; nil for API tokens, which no browser sends by itself.
    package var csrf: String?
    package var scope = TokenScope.everything
    /// How many notices they have not read.
    package var unread = 0
}

/// A link that lets somebody in once.
package struct SetupLink: Sendable {
    /// Whose password it sets; nil for the link that creates the first administrator.
    package var user: User.ID?
}

/// An API token as its owner sees it: never the token itself.
package struct TokenRecord: Sendable {
    package var id: Identifier<TokenRecord>
    package var name: String
    package var userName: String
    package var scope: TokenScope
    package var createdAt: Instant
    package var lastUsedAt: Instant?
    package var revokedAt: Instant?
}

extension Snapshot {
    package func session(_ hash: [UInt8], at now: Instant) throws -> Credential? {
        let found = try first(
            "SELECT user_id, csrf FROM sessions WHERE token_hash = \(hash) AND expires_at > \(now)"
        ) { row in (try row.next() as User.ID, try row.next() as String) }
        guard let (id, csrf) = found, let user = try user(id), user.active else { return nil }
        return Credential(user: Colleague(user, isKnownWell: true), csrf: csrf, unread: try unreadNotices(of: id))
    }

    package func tokenHolder(_ hash: [UInt8]) throws -> Credential? {
        let found = try first(
            "SELECT user_id, scope FROM api_tokens WHERE token_hash = \(hash) AND revoked_at IS NULL"
        ) { row in (try row.next() as User.ID, try row.next() as TokenScope) }
        guard let (id, scope) = found, let user = try user(id), user.active else { return nil }
        return Credential(user: Colleague(user, isKnownWell: true), csrf: nil, scope: scope)
    }

    /// All tokens, or one person's.
    package func tokens(of user: User.ID?) throws -> [TokenRecord] {
        let owner: SQL = user.map { "WHERE user_id = \($0)" } ?? ""
        return try all(
            """
            SELECT api_tokens.id, api_tokens.name, users.name, scope, api_tokens.created_at, last_used_at, revoked_at
            FROM api_tokens JOIN users ON users.id = user_id \(owner) ORDER BY api_tokens.id DESC
            """
        ) { row in
            TokenRecord(
                id: try row.next(),
                name: try row.next(),
                userName: try row.next(),
                scope: try row.next(),
                createdAt: try row.next(),
                lastUsedAt: try row.next(),
                revokedAt: try row.next()
            )
        }
    }

    package func setupLink(_ hash: [UInt8], at now: Instant) throws -> SetupLink? {
        try first("SELECT user_id FROM setup_links WHERE token_hash = \(hash) AND expires_at > \(now)") { row in
            SetupLink(user: try row.next())
        }
    }
}

extension Transaction {
    package func openSession(_ hash: [UInt8], user: User.ID, csrf: String, expiresAt: Instant) throws {
        try run("DELETE FROM sessions WHERE expires_at <= \(now)")
        try run(
            """
            INSERT INTO sessions (token_hash, user_id, csrf, created_at, expires_at)
            VALUES (\(hash), \(user), \(csrf), \(now), \(expiresAt))
            """
        )
    }

    package func closeSession(_ hash: [UInt8]) throws {
        try run("DELETE FROM sessions WHERE token_hash = \(hash)")
    }

    /// Signs a person out everywhere, as after a new password.
    package func closeSessions(of user: User.ID) throws {
        try run("DELETE FROM sessions WHERE user_id = \(user)")
    }

    package func insertToken(
        _ id: Identifier<TokenRecord>,
        hash: [UInt8],
        user: User.ID,
        name: String,
        scope: TokenScope
    ) throws {
        try run(
            """
            INSERT INTO api_tokens (id, token_hash, user_id, name, scope, created_at)
            VALUES (\(id), \(hash), \(user), \(name), \(scope), \(now))
            """
        )
    }

    /// Makes all tokens of a person worthless for good: those of somebody who left do not come back with them.
    package func revokeTokens(of user: User.ID) throws {
        try run("UPDATE api_tokens SET revoked_at = \(now) WHERE user_id = \(user) AND revoked_at IS NULL")
    }

    /// Notes that a token was used.
    package func touchToken(_ hash: [UInt8]) throws {
        try run("UPDATE api_tokens SET last_used_at = \(now) WHERE token_hash = \(hash)")
    }

    /// - Parameter user: whose token it must be; nil for an administrator, who may revoke any.
    package func revokeToken(_ id: Identifier<TokenRecord>, of user: User.ID?) throws -> Bool {
        let owner: SQL = user.map { " AND user_id = \($0)" } ?? ""
        return try run(
            "UPDATE api_tokens SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL\(owner)"
        ) == 1
    }

    /// An earlier link for the same purpose is worth nothing from then on.
    package func addSetupLink(_ hash: [UInt8], for user: User.ID?, expiresAt: Instant) throws {
        try useSetupLinks(for: user)
        try run(
            "INSERT INTO setup_links (token_hash, user_id, expires_at) VALUES (\(hash), \(user), \(expiresAt))"
        )
    }

    package func useSetupLinks(for user: User.ID?) throws {
        try run("DELETE FROM setup_links WHERE user_id IS NOT DISTINCT FROM \(user) OR expires_at <= \(now)")
    }
}
