package import LeadCore
package import LeadStore

/// Makes an API token that acts as a person, with that person's role, for everything or for less.
///
/// The secret is shown once and never kept.
package struct CreateToken: Command {
    package static let name = "create_token"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package struct Outcome: Codable, Sendable {
        package var token: Identifier<TokenRecord>
    }

    var user: User.ID
    var tokenName: String
    var hash: [UInt8]
    var scope: TokenScope

    /// A secret as tokens are: `bat_…`, so that scanners for leaked secrets know it.
    package static func secret() -> Secret { .random(prefix: "bat_") }

    package init(for user: User.ID, name: String, scope: TokenScope = .everything, _ secret: Secret) {
        self.user = user
        self.scope = scope
        tokenName = name
        hash = secret.hash
    }

    package func subject(after outcome: Outcome) -> String? { "token:\(outcome.token)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        if user != tx.actor.user { try tx.actor.require(.administer) }
        guard let name = tokenName.trimmed else { throw Refusal.invalid("/name", "Say what the token is for.") }
        guard let record = try tx.read.user(user), record.active else {
            throw Refusal.invalid("/user", "There is no such person.")
        }
        let id: Identifier<TokenRecord> = tx.newID()
        try tx.insertToken(id, hash: hash, user: user, name: name, scope: scope)
        return Outcome(token: id)
    }
}

/// Notes that a token is in use, so that its owner can tell which ones are not.
package struct TouchToken: Command {
    package typealias Outcome = Done
    package static let name = "touch_token"
    package static let permission = Permission.administer
    package static let isAudited = false

    var hash: [UInt8]

    package init(_ secret: Secret) {
        hash = secret.hash
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try tx.touchToken(hash)
        return Done()
    }
}

/// Makes a token worthless: one's own, or anybody's for an administrator.
package struct RevokeToken: Command {
    package typealias Outcome = Done
    package static let name = "revoke_token"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package var token: Identifier<TokenRecord>

    package init(token: Identifier<TokenRecord>) {
        self.token = token
    }

    package var subject: String? { "token:\(token)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let owner = tx.actor.role.may(.administer) ? nil : tx.actor.user
        guard try tx.revokeToken(token, of: owner) else { throw Refusal.notFound("token") }
        return Done()
    }
}

/// One's own tokens; everybody's for an administrator.
package struct TokenList: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [TokenRecord] {
        let actor = desk.access.actor
        return try snapshot.tokens(of: actor.role.may(.administer) ? nil : actor.user)
    }
}
