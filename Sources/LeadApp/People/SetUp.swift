package import LeadCore
package import LeadStore

/// Makes the one-time link with which a new workspace's administrator is created; an earlier link is worth nothing then.
package struct IssueSetupLink: Command {
    package typealias Outcome = Done
    package static let name = "issue_setup_link"
    package static let permission = Permission.administer

    var hash: [UInt8]

    package init(_ secret: Secret) {
        hash = secret.hash
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard try !tx.read.hasUsers() else {
            throw Refusal(.conflict, "already_set_up", "This workspace has its people already.")
        }
        try tx.addSetupLink(hash, for: nil, expiresAt: tx.now + .hours(24))
        return Done()
    }
}

/// What a set-up link is for: whose password it sets, or nobody's when it creates the first administrator.
///
/// Refuses when it is not, or no longer, good.
package struct SetupLinkPurpose: Query {
    var hash: [UInt8]

    package init(of secret: Secret) {
        hash = secret.hash
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> User.ID? {
        guard let link = try snapshot.setupLink(hash, at: now) else { throw Refusal.linkIsUsed }
        return link.user
    }
}

extension Snapshot {
    func requireLink(_ hash: [UInt8], for user: User.ID?, at now: Instant) throws {
        guard let link = try setupLink(hash, at: now), link.user == user else { throw Refusal.linkIsUsed }
    }
}

extension Refusal {
    static let linkIsUsed = Refusal(
        .notFound,
        "link_not_valid",
        "This link was used already or is too old. Ask for a new one."
    )
}

/// Creates the administrator of a new workspace and what must be there before the first lead: a pool to hold it.
package struct CreateFirstAdministrator: Command {
    package static let name = "create_first_administrator"
    package static let permission = Permission.administer

    package struct Outcome: Codable, Sendable {
        package var user: User.ID
    }

    /// Nil on the server's own machine, where nobody needs a link.
    var link: [UInt8]?
    var person: NewPerson
    var passwordHash: String
    /// Where the workspace works; as it is when nil.
    var place: HomePlace?

    /// Hashes the password, off the writer's thread.
    package static func checked(
        link: Secret?,
        name: String,
        email: String,
        password: String,
        place: HomePlace? = nil
    ) async throws -> CreateFirstAdministrator {
        let person = try NewPerson(name: name, email: email, role: .administrator)
        return CreateFirstAdministrator(
            link: link?.hash,
            person: person,
            passwordHash: try await Password.hash(password),
            place: place
        )
    }

    package func subject(after outcome: Outcome) -> String? { "person:\(outcome.user)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        if let link { try tx.read.requireLink(link, for: nil, at: tx.now) }
        guard try !tx.read.hasUsers() else {
            throw Refusal(.conflict, "already_set_up", "This workspace has its people already.")
        }
        try settle(tx, desk.policy.version)
        let user: User.ID = tx.newID()
        try tx.save(person.record(user, passwordHash: passwordHash))
        let pool = Pool(
            id: tx.newID(),
            strategy: .rotation,
            dutyHolder: user,
            members: [.init(user: user, available: true)],
            turn: 0
        )
        try tx.insert(pool, name: "Inside sales")
        try tx.set(DefaultPool.setting, to: pool.id.description)
        try tx.useSetupLinks(for: nil)
        return Outcome(user: user)
    }

    /// Puts the policy in force under which the first lead will come; a version of its own, since versions never change.
    private func settle(_ tx: borrowing Transaction, _ version: Int) throws {
        guard let place, let text = try tx.read.policyBody(version) else { return }
        let body = try JSON.value(PolicyBody.self, from: text)
        try tx.insertPolicy(version + 1, body: try JSON.text(body.working(in: place)))
    }
}
