package import LeadCore

extension Snapshot {
    /// What a command with this key answered before, if it was the same request.
    package func remembered(key: String, actor: String) throws -> (command: String, hash: [UInt8], outcome: String)? {
        try first(
            "SELECT command, request_hash, outcome FROM idempotency_keys WHERE actor = \(actor) AND key = \(key)"
        ) { row in (try row.next(), try row.next(), try row.next()) }
    }

    package func policyVersion() throws -> Int {
        try value("SELECT MAX(version) FROM policies") ?? 0
    }

    package func policyBody(_ version: Int) throws -> String? {
        try value("SELECT body FROM policies WHERE version = \(version)")
    }
}

extension Transaction {
    package func remember(key: String, actor: String, command: String, hash: [UInt8], outcome: String) throws {
        try run(
            """
            INSERT INTO idempotency_keys (actor, key, command, request_hash, outcome, at)
            VALUES (\(actor), \(key), \(command), \(hash), \(outcome), \(now))
            """
        )
    }

    package func insertPolicy(_ version: Int, body: String) throws {
        try run(
            "INSERT INTO policies (version, body, set_at, set_by) VALUES (\(version), \(body), \(now), \(actor.user))"
        )
    }

    /// Who did, or tried to do, something that is not in the ledger.
    ///
    /// - Parameter person: whom the product acts for when nobody is signed in.
    package func audit(
        _ command: String,
        subject: String? = nil,
        by person: User.ID? = nil,
        refused: String? = nil
    ) throws {
        try run(
            """
            INSERT INTO audit (at, actor_id, command, subject, refused)
            VALUES (\(now), \(actor.user ?? person), \(command), \(subject), \(refused))
            """
        )
    }

    /// Forgets the keys that are older than somebody may rely on.
    package func forgetKeys(before: Instant) throws {
        try run("DELETE FROM idempotency_keys WHERE at < \(before)")
    }
}
