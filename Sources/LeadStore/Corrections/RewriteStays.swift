package import LeadCore

extension Snapshot {
    /// A lead's ledger, to be read with its corrections.
    package func history(of lead: Lead.ID) throws -> LeadHistory {
        LeadHistory(try ledger(of: lead).map { try $0.historyLine() })
    }
}

extension LedgerLine {
    package func historyLine() throws -> LeadHistory.Line {
        LeadHistory.Line(seq: seq, event: try leadEvent(), at: at, actor: actor)
    }
}

extension Transaction {
    /// Brings a lead's stays to what its ledger tells after a correction; stays that say so already are left alone.
    ///
    /// Whoever follows the history begins anew, because rows that it has read have changed.
    func rewriteStays(of lead: Lead.ID, calendar: WorkingCalendar) throws {
        let told = Stay.fold(try read.history(of: lead))
        for dimension in [Dimension.status, .owner] {
            try rewrite(told.filter { $0.dimension == dimension }, dimension, of: lead, calendar)
        }
        try beginHistoryAnew()
    }

    private func rewrite(_ told: [Stay], _ dimension: Dimension, of lead: Lead.ID, _ calendar: WorkingCalendar) throws {
        let stored = try storedStays(dimension, of: lead)
        for (seq, _) in stored.dropFirst(told.count) { try run("DELETE FROM stays WHERE seq = \(seq)") }
        for (stay, (seq, old)) in zip(told, stored) where stay != old.withoutWorkingTime {
            let working = stay.leftAt.map { calendar.workingTime(from: stay.enteredAt, to: $0) }
            try run(
                """
                UPDATE stays SET value = \(stay.value), entered_at = \(stay.enteredAt), left_at = \(stay.leftAt),
                  working = \(working), cause = \(stay.cause) WHERE seq = \(seq)
                """
            )
        }
        for stay in told.dropFirst(stored.count) {
            let working = stay.leftAt.map { calendar.workingTime(from: stay.enteredAt, to: $0) }
            try run(
                """
                INSERT INTO stays (subject_id, dimension, value, entered_at, left_at, working, cause)
                VALUES (\(lead), \(dimension), \(stay.value), \(stay.enteredAt), \(stay.leftAt), \(working), \(stay.cause))
                """
            )
        }
    }

    private func storedStays(_ dimension: Dimension, of lead: Lead.ID) throws -> [(seq: Int64, stay: Stay)] {
        try read.all(
            """
            SELECT seq, value, entered_at, left_at, working, cause FROM stays
            WHERE subject_id = \(lead) AND dimension = \(dimension) ORDER BY seq
            """
        ) { row in
            let seq: Int64 = try row.next()
            let stay = Stay(
                dimension: dimension,
                value: try row.next(),
                enteredAt: try row.next(),
                leftAt: try row.next(),
                working: try row.next(),
                cause: try row.next()
            )
            return (seq, stay)
        }
    }
}

extension WakeCause: SQLBindable, SQLReadable {}
