package import LeadCore

/// One line of the ledger as it was written.
package struct LedgerLine: Sendable {
    package var seq: Int64
    package var kind: String
    package var at: Instant
    package var recordedAt: Instant
    package var actor: User.ID?
    package var policy: Int
    /// The event's payload as JSON.
    package var details: String
    /// For whom the actor stood in.
    package var onBehalfOf: User.ID?

    init(_ row: inout Row) throws {
        seq = try row.next()
        kind = try row.next()
        at = try row.next()
        recordedAt = try row.next()
        actor = try row.next()
        policy = try row.next()
        details = try row.next()
        onBehalfOf = try row.next()
    }
}

extension Snapshot {
    package func ledger(of lead: Lead.ID) throws -> [LedgerLine] {
        try all(
            """
            SELECT seq, kind, at, recorded_at, actor_id, policy, details, on_behalf_of FROM ledger
            WHERE lead_id = \(lead) ORDER BY seq
            """
        ) { row in try LedgerLine(&row) }
    }

    package func ledger(of opportunity: Opportunity.ID) throws -> [LedgerLine] {
        try all(
            """
            SELECT seq, kind, at, recorded_at, actor_id, policy, details, on_behalf_of FROM ledger
            WHERE opportunity_id = \(opportunity) ORDER BY seq
            """
        ) { row in try LedgerLine(&row) }
    }
}

extension LedgerLine {
    package func leadEvent() throws -> LeadEvent {
        guard let kind = LeadEvent.Kind(rawValue: kind) else { throw StoreError.corrupt("ledger kind \(kind)") }
        return try LeadEvent(kind, from: try JSON.value(Payload.self, from: details).decoder)
    }

    package func opportunityEvent() throws -> OpportunityEvent {
        guard let kind = OpportunityEvent.Kind(rawValue: kind) else {
            throw StoreError.corrupt("ledger kind \(kind)")
        }
        return try OpportunityEvent(kind, from: try JSON.value(Payload.self, from: details).decoder)
    }
}

/// Hands out the decoder of a JSON text, for events whose kind stands in another column.
private struct Payload: Decodable {
    let decoder: any Decoder

    init(from decoder: any Decoder) {
        self.decoder = decoder
    }
}
