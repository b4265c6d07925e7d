package import LeadCore
package import LeadStore

/// Who a session cookie belongs to; nil when it is unknown, expired or its person no longer active.
package struct SessionHolder: Query {
    package var hash: [UInt8]

    package init(of secret: Secret) {
        hash = secret.hash
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Credential? {
        try snapshot.session(hash, at: now)
    }
}

/// Who an API token belongs to; nil when it is unknown, revoked or its person no longer active.
package struct TokenHolder: Query {
    package var hash: [UInt8]

    package init(of secret: Secret) {
        hash = secret.hash
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Credential? {
        try snapshot.tokenHolder(hash)
    }
}

/// Opens a session for somebody whose password was checked.
///
/// Only `App.signIn` and the setting of a first password issue it.
struct OpenSession: Command {
    typealias Outcome = Done
    static let name = "sign_in"
    static let permission = Permission.administer

    var hash: [UInt8]
    var user: User.ID
    var csrf: String

    /// How long a browser stays signed in.
    static let life = Span.days(14)

    var onBehalfOf: User.ID? { user }

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try tx.openSession(hash, user: user, csrf: csrf, expiresAt: tx.now + Self.life)
        return Done()
    }
}

/// Ends a session: its cookie is worth nothing from then on.
package struct SignOut: Command {
    package typealias Outcome = Done
    package static let name = "sign_out"
    package static let permission = Permission.administer
    package static let isAudited = false

    package var hash: [UInt8]

    package init(of secret: Secret) {
        hash = secret.hash
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try tx.closeSession(hash)
        return Done()
    }
}
