package import LeadCore

/// One line of the ledger as it was written.
package struct LedgerLine: Sendable {
    package var seq: Int64
    package var kind: String
    package var at: Instant
    package var recordedAt: Instant
    package var actor: User.ID?
    package var policy: Int
    /// The event's payload as JSON; words that were typed are named in it by their ids only.
    package var details: String
    /// For whom the actor stood in.
    package var onBehalfOf: User.ID?
    /// The words that it may name.
    var texts: LedgerTexts = [:]

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
        try ledger(of: .lead(lead))
    }

    package func ledger(of opportunity: Opportunity.ID) throws -> [LedgerLine] {
        try ledger(of: .opportunity(opportunity))
    }

    private func ledger(of subject: LedgerSubject) throws -> [LedgerLine] {
        let lines = try all(
            """
            SELECT seq, kind, at, recorded_at, actor_id, policy, details, on_behalf_of FROM ledger
            WHERE \(subject.condition) ORDER BY seq
            """
        ) { row in try LedgerLine(&row) }
        return lines.naming(try texts(of: subject, namedIn: lines))
    }
}

extension LedgerLine {
    /// The event, with its words.
    package func leadEvent() throws -> LeadEvent {
        let event = try Self.leadEvent(kind, details)
        return event.kind.hasWords ? event.wording(words) : event
    }

    /// The event, with its words.
    package func opportunityEvent() throws -> OpportunityEvent {
        let event = try Self.opportunityEvent(kind, details)
        return event.kind.hasWords ? event.wording(words) : event
    }

    /// What the ledger's word says; words that are erased say so.
    private func words(_ word: String) -> String {
        guard let id = LedgerText.id(in: word) else { return word }
        return texts[id] ?? LedgerText.erased
    }

    var namesTexts: Bool { details.contains("\"text:") }

    /// The payload with its words put otherwise.
    static func details(
        _ details: String,
        of kind: String,
        isLead: Bool,
        _ change: (String) throws -> String
    ) throws -> String {
        isLead
            ? try JSON.text(try leadEvent(kind, details).wording(change))
            : try JSON.text(try opportunityEvent(kind, details).wording(change))
    }

    private static func leadEvent(_ kind: String, _ details: String) throws -> LeadEvent {
        guard let kind = LeadEvent.Kind(rawValue: kind) else { throw StoreError.corrupt("ledger kind \(kind)") }
        return try LeadEvent(kind, from: try JSON.value(Payload.self, from: details).decoder)
    }

    private static func opportunityEvent(_ kind: String, _ details: String) throws -> OpportunityEvent {
        guard let kind = OpportunityEvent.Kind(rawValue: kind) else { throw StoreError.corrupt("ledger kind \(kind)") }
        return try OpportunityEvent(kind, from: try JSON.value(Payload.self, from: details).decoder)
    }
}

extension [LedgerLine] {
    func naming(_ texts: LedgerTexts) -> [LedgerLine] {
        guard !texts.isEmpty else { return self }
        return map { line in
            var line = line
            line.texts = texts
            return line
        }
    }
}

/// Hands out the decoder of a JSON text, for events whose kind stands in another column.
private struct Payload: Decodable {
    let decoder: any Decoder

    init(from decoder: any Decoder) {
        self.decoder = decoder
    }
}
