package import LeadCore

extension Snapshot {
    /// What the owners could work on next: what is due before a moment and what nobody has touched, each once.
    ///
    /// Asked owner by owner, so that each comes from its index in order; no further than `limit` of each kind and owner.
    package func workCandidates(of owners: [Owner], dueBefore: Instant, limit: Int) throws -> [WorkCandidate] {
        var seen: Set<Lead.ID> = []
        return try owners.flatMap { owner in
            try candidates(
                """
                leads.open AND leads.owner = \(owner) AND leads.next_due_at < \(dueBefore)
                ORDER BY leads.next_due_at, leads.id LIMIT \(limit)
                """
            )
                + candidates(
                    """
                    leads.open AND (leads.kind = 'handed' OR (leads.kind = 'new' AND leads.attempts = 0))
                      AND leads.owner = \(owner)
                    ORDER BY leads.owner_since DESC, leads.id DESC LIMIT \(limit)
                    """
                )
        }
        .filter { seen.insert($0.lead).inserted }
    }

    /// One lead as `workCandidates` would give it.
    package func workCandidate(_ lead: Lead.ID) throws -> WorkCandidate? {
        try candidates("leads.id = \(lead)").first
    }

    private func candidates(_ condition: SQL) throws -> [WorkCandidate] {
        try all(
            """
            SELECT leads.id, leads.kind, leads.kind = 'new' AND leads.attempts = 0, leads.status_since, leads.next_due_at,
              leads.owner, leads.grade, leads.value, leads.currency, product_classes.default_value,
              product_classes.currency
            FROM leads JOIN product_classes ON product_classes.id = leads.class_id WHERE \(condition)
            """
        ) { row in
            let lead: Lead.ID = try row.next()
            let kind: StatusKind = try row.next()
            let isUntouched: Bool = try row.next()
            let since: Instant = try row.next()
            let due: Instant? = try row.next()
            let owner: Owner = try row.next()
            let grade: Grade? = try row.next()
            let stated = try Money(&row)
            let classValue = try Money(&row)
            return WorkCandidate(
                lead: lead,
                kind: kind,
                isUntouched: isUntouched,
                since: since,
                dueAt: due,
                owner: owner,
                grade: grade,
                amount: stated ?? classValue
            )
        }
    }

    /// The half-life that was found last in the workspace's own data.
    package func decayFit() throws -> (at: Instant, fit: DecayFit?)? {
        try first("SELECT at, body FROM decay_fits ORDER BY at DESC LIMIT 1") { row in
            (at: try row.next(), fit: try JSON.value(from: try row.next()))
        }
    }
}

extension Transaction {
    /// Keeps what a fit has found; nil where there was nothing to find.
    package func keep(_ fit: DecayFit?) throws {
        try run(
            """
            INSERT INTO decay_fits (at, body) VALUES (\(now), \(try JSON.text(fit)))
            ON CONFLICT (at) DO UPDATE SET body = excluded.body
            """
        )
    }
}
