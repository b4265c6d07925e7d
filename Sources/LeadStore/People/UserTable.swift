package import LeadCore

/// An account holder as stored.
package struct UserRecord: Sendable {
    package var id: User.ID
    package var email: String
    package var name: String
    package var role: Role
    /// Argon2id in libsodium's text form; nil until the person has set one.
    package var passwordHash: String?
    package var active: Bool
    package var awayUntil: Instant?

    package init(
        id: User.ID,
        email: String,
        name: String,
        role: Role,
        passwordHash: String?,
        active: Bool,
        awayUntil: Instant? = nil
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
        self.passwordHash = passwordHash
        self.active = active
        self.awayUntil = awayUntil
    }

    fileprivate static let select = "SELECT id, email, name, role, password_hash, active, away_until FROM users"

    fileprivate init(_ row: inout Row) throws {
        self.init(
            id: try row.next(),
            email: try row.next(),
            name: try row.next(),
            role: try row.next(),
            passwordHash: try row.next(),
            active: try row.next(),
            awayUntil: try row.next()
        )
    }
}

extension Snapshot {
    package func users() throws -> [UserRecord] {
        try all("\(raw: UserRecord.select) ORDER BY LOWER(name), id") { row in try UserRecord(&row) }
    }

    package func user(_ id: User.ID) throws -> UserRecord? {
        try first("\(raw: UserRecord.select) WHERE id = \(id)") { row in try UserRecord(&row) }
    }

    package func user(withEmail email: String) throws -> UserRecord? {
        try first("\(raw: UserRecord.select) WHERE email = LOWER(\(email))") { row in try UserRecord(&row) }
    }

    /// By e-mail address first, then by name.
    package func user(called text: String) throws -> User.ID? {
        try value("SELECT id FROM users WHERE email = LOWER(\(text))")
            ?? named(text, in: "users")
    }

    package func hasUsers() throws -> Bool {
        try value("SELECT 1 FROM users LIMIT 1") as Int? != nil
    }
}

extension Transaction {
    package func save(_ user: UserRecord) throws {
        try run(
            """
            INSERT INTO users (id, email, name, role, password_hash, active, away_until, created_at)
            VALUES (\(user.id), LOWER(\(user.email)), \(user.name), \(user.role), \(user.passwordHash), \(user.active),
              \(user.awayUntil), \(now))
            ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name, role = excluded.role,
              password_hash = excluded.password_hash, active = excluded.active, away_until = excluded.away_until
            """
        )
    }
}

extension Snapshot {
    /// The longest-serving active person of a role.
    package func firstActive(_ role: Role) throws -> User.ID? {
        try value("SELECT id FROM users WHERE role = \(role) AND active ORDER BY id LIMIT 1")
    }
}
