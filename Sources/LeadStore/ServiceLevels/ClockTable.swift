package import LeadCore

extension Snapshot {
    /// Running clocks whose time has passed and that nobody has recorded yet, the longest overdue first.
    package func dueClocks(at now: Instant, limit: Int) throws -> [(Clock.ID, Lead.ID)] {
        try all(
            """
            SELECT id, lead_id FROM clocks
            WHERE due_at <= \(now) AND stopped_at IS NULL AND breached_at IS NULL ORDER BY due_at LIMIT \(limit)
            """
        ) { row in (try row.next(), try row.next()) }
    }

    /// When the next running clock is due that nobody has recorded as breached; nil when none runs.
    package func nextClockDue() throws -> Instant? {
        try value("SELECT MIN(due_at) FROM clocks WHERE stopped_at IS NULL AND breached_at IS NULL")
    }
}
