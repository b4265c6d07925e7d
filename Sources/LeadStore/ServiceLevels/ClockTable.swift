package import LeadCore

/// A clock that is late, and the lead that it is of.
package struct OverdueLead: Sendable {
    package var row: LeadRow
    package var clock: Clock
}

extension Snapshot {
    /// Running clocks that have something to do by now, in the order of their time.
    package func dueClocks(at now: Instant, limit: Int) throws -> [(Clock.ID, Lead.ID)] {
        try all(
            "SELECT id, lead_id FROM clocks WHERE fire_at <= \(now) ORDER BY fire_at, seq LIMIT \(limit)"
        ) { row in (try row.next(), try row.next()) }
    }

    /// When the next running clock has something to do; nil when none has.
    package func nextClockDue() throws -> Instant? {
        try value("SELECT MIN(fire_at) FROM clocks WHERE fire_at IS NOT NULL")
    }

    /// The leads whose clock has run out and still runs, the longest overdue first.
    package func overdueLeads(in scope: LeadScope, limit: Int) throws -> [OverdueLead] {
        let late = try all(
            """
            SELECT \(raw: Clock.columns), leads.id FROM clocks JOIN leads ON leads.id = clocks.lead_id
            WHERE clocks.stopped_at IS NULL AND clocks.breached_at IS NOT NULL AND \(scope.condition)
            ORDER BY clocks.due_at, clocks.seq LIMIT \(limit)
            """
        ) { row in (try Clock(&row), try row.next() as Lead.ID) }
        let rows = try leadRows(among: late.map(\.1), in: scope)
        let known = Dictionary(rows.map { ($0.id, $0) }) { row, _ in row }
        return late.compactMap { clock, lead in known[lead].map { OverdueLead(row: $0, clock: clock) } }
    }

    package func overdueCount(in scope: LeadScope) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM clocks JOIN leads ON leads.id = clocks.lead_id
            WHERE clocks.stopped_at IS NULL AND clocks.breached_at IS NOT NULL AND \(scope.condition)
            """
        ) ?? 0
    }
}

extension Transaction {
    /// The clock has nothing to do until its next event.
    package func rest(_ clock: Clock.ID) throws {
        try run("UPDATE clocks SET fire_at = NULL WHERE id = \(clock)")
    }

    /// The clock is looked at again later.
    package func postpone(_ clock: Clock.ID, until moment: Instant) throws {
        try run("UPDATE clocks SET fire_at = \(moment) WHERE id = \(clock) AND stopped_at IS NULL")
    }

    /// Puts back what a running clock was, as when an import is taken back.
    func save(_ clock: Clock) throws {
        try run(
            """
            UPDATE clocks SET due_at = \(clock.dueAt), breached_at = \(clock.breachedAt), warn_at = \(clock.warnAt),
              warned_at = \(clock.warnedAt), level = \(clock.level), escalates_at = \(clock.escalatesAt),
              paused_since = \(clock.pausedSince), paused_until = \(clock.pausedUntil), fire_at = \(clock.firesAt)
            WHERE id = \(clock.id)
            """
        )
    }
}

extension Clock {
    static let columns = """
        clocks.id, clocks.kind, clocks.started_at, clocks.due_at, clocks.breached_at, clocks.warn_at, clocks.warned_at,
          clocks.level, clocks.escalates_at, clocks.paused_since, clocks.paused_until
        """

    init(_ row: inout Row) throws {
        self.init(
            id: try row.next(),
            kind: try row.next(),
            startedAt: try row.next(),
            dueAt: try row.next(),
            breachedAt: try row.next(),
            warnAt: try row.next()
        )
        warnedAt = try row.next()
        level = try row.next()
        escalatesAt = try row.next()
        pausedSince = try row.next()
        pausedUntil = try row.next()
    }
}
