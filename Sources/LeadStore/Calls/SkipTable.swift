package import LeadCore

/// A skip as reports count it.
package struct SkipRow: Sendable {
    package var id: Identifier<LeadEvent.Skipped>
    package var lead: Lead.ID
    package var user: User.ID
    package var at: Instant
    package var decile: Int?
}

extension Snapshot {
    /// The leads that somebody has skipped and that have not come back to them yet.
    package func skipped(by user: User.ID, at now: Instant) throws -> Set<Lead.ID> {
        Set(
            try all("SELECT lead_id FROM lead_skips WHERE user_id = \(user) AND until_at > \(now)") { row in
                try row.next() as Lead.ID
            }
        )
    }

    /// Skips of leads that have changed since.
    package func eachSkip(since cursor: HistoryCursor, _ body: (SkipRow) throws -> Void) throws {
        let changed: SQL =
            cursor.ledger == 0
            ? "" : "WHERE lead_id IN (SELECT lead_id FROM ledger WHERE seq > \(cursor.ledger) AND kind = 'skipped')"
        try each("SELECT id, lead_id, user_id, at, decile FROM lead_skips \(changed) ORDER BY at, id") { row in
            try body(
                SkipRow(
                    id: try row.next(),
                    lead: try row.next(),
                    user: try row.next(),
                    at: try row.next(),
                    decile: try row.next()
                )
            )
        }
    }

    /// What leads were expected to bring when their first-response clocks started, by clock.
    package func eachFirstValue(since cursor: HistoryCursor, _ body: (Clock.ID, Int64) throws -> Void) throws {
        let new: SQL =
            cursor.clocks == 0
            ? "" : "WHERE clock_id IN (SELECT id FROM clocks WHERE seq > \(cursor.clocks))"
        try each("SELECT clock_id, value FROM first_response_values \(new)") { row in
            try body(try row.next(), try row.next())
        }
    }
}

extension Transaction {
    func save(_ skipped: LeadEvent.Skipped, of lead: Lead.ID, _ record: LeadAct.Record) throws {
        guard let user = record.actor else { return }
        try run(
            """
            INSERT INTO lead_skips (id, lead_id, user_id, at, until_at, reason, decile)
            VALUES (\(skipped.id), \(lead), \(user), \(record.at), \(skipped.until), \(skipped.reason), \(skipped.decile))
            """
        )
    }

    /// Keeps what a lead is expected to bring at the moment in which it begins to wait for its first response.
    ///
    /// Later than then one knows more, but only of those that somebody has called (requirement X10).
    func saveFirstValue(of act: LeadAct) throws {
        for record in act.records {
            guard case .clockStarted(let clock) = record.event, clock.kind == .firstResponse else { continue }
            let lead = act.lead
            let policy = act.facts.policy
            guard let amount = try lead.value ?? read.defaultValue(of: lead.productClass),
                amount.currency == policy.currency
            else { continue }
            let value = ExpectedValue.share(policy.chances.percent(lead.kind, lead.grade), of: amount.minor)
            try run(
                "INSERT INTO first_response_values (clock_id, lead_id, value) VALUES (\(clock.id), \(lead.id), \(value))"
            )
        }
    }

    /// Takes an act's rows back: clocks that it started go, those that it stopped run on, and so does the stay before it.
    ///
    /// Reports begin anew, since what they have read is taken back.
    func takeBack(_ taken: LeadEvent.TakenBack, of lead: Lead.ID) throws {
        for clock in taken.started { try run("DELETE FROM clocks WHERE id = \(clock)") }
        for clock in taken.clocks {
            try run(
                "UPDATE clocks SET stopped_at = NULL, met = NULL, fire_at = \(clock.firesAt) WHERE id = \(clock.id)"
            )
        }
        try reopenStay(of: lead.bytes, .status, dropping: taken.moves)
        if let skip = taken.skip { try run("DELETE FROM lead_skips WHERE id = \(skip)") }
        try beginHistoryAnew()
    }
}

extension Snapshot {
    /// The last attempt, call, skip or taking back of a person since a moment, on the lead to which nothing else has happened since.
    package func lastOwnAct(of user: User.ID, since: Instant) throws -> (lead: Lead.ID, kind: String)? {
        let last = try first(
            """
            SELECT lead_id, kind, seq, at FROM ledger
            WHERE actor_id = \(user) AND kind IN ('attempted', 'called', 'skipped', 'taken_back') AND recorded_at >= \(since)
            ORDER BY seq DESC LIMIT 1
            """
        ) { row in
            (
                lead: try row.next() as Lead.ID, kind: try row.next() as String, seq: try row.next() as Int64,
                at: try row.next() as Instant
            )
        }
        guard let last, last.kind != "taken_back" else { return nil }
        let later: Int? = try value(
            """
            SELECT 1 FROM ledger WHERE lead_id = \(last.lead) AND seq > \(last.seq)
              AND (at <> \(last.at) OR actor_id IS DISTINCT FROM \(user)) LIMIT 1
            """
        )
        guard later == nil else { return nil }
        let called: Int? = try value(
            "SELECT 1 FROM ledger WHERE lead_id = \(last.lead) AND at = \(last.at) AND kind = 'called' LIMIT 1"
        )
        return (last.lead, called == nil ? last.kind : "called")
    }
}
