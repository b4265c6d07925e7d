package import LeadCore

/// How one assignment was decided, beside its line of the ledger.
package struct StoredDecision: Sendable {
    package var seq: Int64
    package var trace: RoutingTrace
}

extension Snapshot {
    /// The decisions about a lead, the oldest first.
    package func decisions(of lead: Lead.ID) throws -> [StoredDecision] {
        try all("SELECT seq, body FROM routing_decisions WHERE lead_id = \(lead) ORDER BY seq") { row in
            StoredDecision(seq: try row.next(), trace: try JSON.value(from: try row.next()))
        }
    }
}

extension Transaction {
    /// Keeps a decision with the line of the ledger that it led to; where nobody changed hands there is none to keep.
    func keep(_ trace: RoutingTrace, of lead: Lead.ID) throws {
        let seq: Int64? = try read.value(
            "SELECT MAX(seq) FROM ledger WHERE lead_id = \(lead) AND kind = \(LeadEvent.Kind.assigned)"
        )
        guard let seq else { return }
        try run(
            """
            INSERT INTO routing_decisions (seq, lead_id, at, policy, rule, fell_back, body)
            VALUES (\(seq), \(lead), \(trace.record.at), \(trace.record.policy), \(trace.decision.rule),
              \(trace.decision.fellBack), \(try JSON.text(trace)))
            """
        )
    }
}
