import LeadCore

/// Whose ledger it is.
enum LedgerSubject: Sendable {
    case lead(Lead.ID)
    case opportunity(Opportunity.ID)

    var condition: SQL {
        switch self {
        case .lead(let id): "lead_id = \(id)"
        case .opportunity(let id): "opportunity_id = \(id)"
        }
    }

    var lead: Lead.ID? { if case .lead(let id) = self { id } else { nil } }
    var opportunity: Opportunity.ID? { if case .opportunity(let id) = self { id } else { nil } }
}

/// The words of a lead or deal that were typed, by their ids.
typealias LedgerTexts = [LedgerText.ID: String]

extension Snapshot {
    func texts(of subject: LedgerSubject) throws -> LedgerTexts {
        let rows = try all("SELECT id, words FROM ledger_texts WHERE \(subject.condition)") { row in
            (try row.next() as LedgerText.ID, try row.next() as String)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// The words that `lines` name; nothing is asked when they name none.
    func texts(of subject: LedgerSubject, namedIn lines: [LedgerLine]) throws -> LedgerTexts {
        lines.contains(where: \.namesTexts) ? try texts(of: subject) : [:]
    }
}

extension Transaction {
    /// The payload of a lead's event as the ledger writes it: words that are not the policy's own stand beside it.
    func details(of event: LeadEvent, on lead: Lead.ID, under policy: Policy) throws -> String {
        guard event.kind.hasWords else { return try JSON.text(event) }
        return try JSON.text(event.wording { policy.says($0) ? $0 : try reference($0, of: .lead(lead)) })
    }

    /// The payload of a deal's event as the ledger writes it.
    func details(of event: OpportunityEvent, on deal: Opportunity.ID, under policy: Policy) throws -> String {
        guard event.kind.hasWords else { return try JSON.text(event) }
        return try JSON.text(event.wording { policy.says($0) ? $0 : try reference($0, of: .opportunity(deal)) })
    }

    private func reference(_ words: String, of subject: LedgerSubject) throws -> String {
        LedgerText.reference(try keep(words, of: subject))
    }

    /// Keeps words once for each lead, however often they are said.
    private func keep(_ words: String, of subject: LedgerSubject) throws -> LedgerText.ID {
        let known: LedgerText.ID? = try read.value(
            "SELECT id FROM ledger_texts WHERE \(subject.condition) AND words = \(words)"
        )
        if let known { return known }
        let id: LedgerText.ID = newID()
        try read.connection.keep(words, as: id, of: subject)
        return id
    }

    /// Forgets words that no line names any more, as after lines were taken back with an import.
    func dropUnnamedTexts(of subject: LedgerSubject) throws {
        let kept = try read.texts(of: subject)
        guard !kept.isEmpty else { return }
        let details = try read.all("SELECT details FROM ledger WHERE \(subject.condition)") { row in
            try row.next() as String
        }
        for id in kept.keys where !details.contains(where: { $0.contains(LedgerText.reference(id)) }) {
            try run("DELETE FROM ledger_texts WHERE id = \(id)")
        }
    }

    func deleteTexts(of subject: LedgerSubject) throws {
        try run("DELETE FROM ledger_texts WHERE \(subject.condition)")
    }
}

extension Connection {
    func keep(_ words: String, as id: LedgerText.ID, of subject: LedgerSubject) throws {
        try run(
            """
            INSERT INTO ledger_texts (id, lead_id, opportunity_id, words)
            VALUES (\(id), \(subject.lead), \(subject.opportunity), \(words))
            """
        )
    }
}
