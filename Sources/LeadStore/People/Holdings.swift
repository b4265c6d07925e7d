package import LeadCore

extension Snapshot {
    /// The open leads that somebody holds, the longest held first.
    package func openLeads(heldBy owner: Owner) throws -> [Lead.ID] {
        try all("SELECT id FROM leads WHERE open AND owner = \(owner) ORDER BY owner_since, id") { row in try row.next()
        }
    }

    package func openOpportunities(of user: User.ID) throws -> [Opportunity.ID] {
        try all("SELECT id FROM opportunities WHERE owner_id = \(user) AND kind = 'open' ORDER BY id") { row in
            try row.next()
        }
    }

    /// The pools for which somebody answers.
    package func pools(heldBy user: User.ID) throws -> [Pool.ID] {
        try all("SELECT id FROM pools WHERE duty_holder = \(user) ORDER BY id") { row in try row.next() }
    }

    package func activeAdministrators() throws -> [User.ID] {
        try all("SELECT id FROM users WHERE active AND role = 'administrator' ORDER BY id") { row in try row.next() }
    }
}

extension Transaction {
    package func setDutyHolder(_ user: User.ID, of pool: Pool.ID) throws {
        try run("UPDATE pools SET duty_holder = \(user) WHERE id = \(pool)")
    }
}
