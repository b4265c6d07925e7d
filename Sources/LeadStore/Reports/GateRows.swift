package import LeadCore

/// A pass through the gate as the ledger tells it: by a handoff, or by a conversion that no handoff came before.
package struct GatePassRow: Sendable {
    package var lead: Lead.ID
    package var at: Instant
    package var gateVersion: Int
    /// Nil in lines from before passes were kept.
    package var levels: Qualification?
    package var grade: Grade?
}

extension Snapshot {
    /// Passes since a cursor, in the order of the ledger.
    package func eachGatePass(since cursor: HistoryCursor, _ body: (GatePassRow) throws -> Void) throws {
        try each(
            """
            SELECT lead_id, seq, kind, at, recorded_at, actor_id, policy, details, on_behalf_of FROM ledger
            WHERE seq > \(cursor.ledger) AND kind IN ('handed_off', 'converted') AND lead_id IS NOT NULL ORDER BY seq
            """
        ) { row in
            let lead: Lead.ID = try row.next()
            let line = try LedgerLine(&row)
            switch try line.leadEvent() {
            case .handedOff(let it):
                try body(
                    GatePassRow(
                        lead: lead,
                        at: line.at,
                        gateVersion: it.gateVersion,
                        levels: it.levels,
                        grade: it.grade
                    )
                )
            case .converted(let converted):
                guard let it = converted.passed else { return }
                try body(
                    GatePassRow(
                        lead: lead,
                        at: line.at,
                        gateVersion: it.gateVersion,
                        levels: it.levels,
                        grade: it.grade
                    )
                )
            default: return
            }
        }
    }
}
