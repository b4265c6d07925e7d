package import LeadCore

/// A custom field of a lead as stored: its value, and who said so when.
package struct StoredField: Sendable {
    package var key: String
    package var value: FieldValue
    package var at: Instant
    package var by: User.ID?
}

extension Snapshot {
    /// The values that a lead has for the fields as they are defined; of fields that are gone or became another kind, none.
    package func fields(of lead: Lead.ID, as definitions: [FieldDefinition]) throws -> [StoredField] {
        try fields(of: [lead], as: definitions)[lead] ?? []
    }

    /// The same of many leads, in one question per five hundred.
    package func fields(of leads: [Lead.ID], as definitions: [FieldDefinition]) throws -> [Lead.ID: [StoredField]] {
        guard !definitions.isEmpty else { return [:] }
        var stored: [Lead.ID: [String: (field: StoredField, kind: FieldKind)]] = [:]
        try eachPart(of: leads) { part in
            try each("SELECT lead_id, key, kind, value, at, by_user FROM lead_fields WHERE lead_id IN (\(part))") {
                row in
                let (lead, key, kind) = (
                    try row.next() as Lead.ID, try row.next() as String, try row.next() as FieldKind
                )
                guard let value = FieldValue(stored: try row.next(), kind: kind) else { return }
                stored[lead, default: [:]][key] = (
                    StoredField(key: key, value: value, at: try row.next(), by: try row.next()), kind
                )
            }
        }
        return stored.mapValues { known in
            definitions.compactMap { definition in
                known[definition.key].flatMap { $0.kind == definition.kind ? $0.field : nil }
            }
        }
    }

    /// What requirements ask for beside a lead's life.
    package func profile(of lead: Lead, fields: [FieldDefinition]) throws -> LeadProfile {
        LeadProfile(
            hasWayToReach: try value(
                """
                SELECT 1 FROM lead_contacts JOIN contacts ON contacts.id = lead_contacts.contact_id
                WHERE lead_contacts.lead_id = \(lead.id) AND (contacts.email IS NOT NULL OR contacts.phone IS NOT NULL)
                LIMIT 1
                """
            ) as Int? != nil,
            hasCompany: try accountName(lead.account)?.personal == false,
            fields: Set(try self.fields(of: lead.id, as: fields).map(\.key))
        )
    }

    /// How many leads have a value for each field, by the kind that it was given as.
    package func fieldUses() throws -> [(key: String, kind: FieldKind, leads: Int)] {
        try all("SELECT key, kind, COUNT(*) FROM lead_fields GROUP BY key, kind") { row in
            (try row.next(), try row.next(), try row.next())
        }
    }
}

extension Transaction {
    package func save(_ value: FieldValue, _ definition: FieldDefinition, of lead: Lead.ID) throws {
        try run(
            """
            INSERT INTO lead_fields (lead_id, key, kind, value, amount, at, by_user)
            VALUES (\(lead), \(definition.key), \(definition.kind), \(value.stored), \(value.amount), \(now),
              \(actor.user))
            ON CONFLICT (lead_id, key) DO UPDATE SET kind = excluded.kind, value = excluded.value,
              amount = excluded.amount, at = excluded.at, by_user = excluded.by_user
            """
        )
    }

    package func clearField(_ key: String, of lead: Lead.ID) throws {
        try run("DELETE FROM lead_fields WHERE lead_id = \(lead) AND key = \(key)")
    }
}

extension FieldValue {
    /// What comparisons go by: ten-thousandths of a number, minor units of an amount.
    fileprivate var amount: Int64? {
        switch self {
        case .number(let number): number
        case .money(let money): money.minor
        case .text, .date, .choice, .boolean: nil
        }
    }
}
