package import LeadCore
package import LeadStore

/// Fills, corrects or clears custom fields of a lead; fields that are not named stay as they are.
package struct SetLeadFields: LeadCommand {
    package static let name = "set_lead_fields"

    package var lead: Lead.ID
    /// As typed, by key; an empty text clears the field.
    package var values: [String: String]

    package init(lead: Lead.ID, values: [String: String]) {
        self.lead = lead
        self.values = values
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let stored = try tx.read.fields(of: lead, as: desk.policy.process.fields)
        let known = Dictionary(stored.map { ($0.key, $0.value) }) { first, _ in first }
        let changes = try FieldEntry(values).values(desk.policy).filter { known[$0.field.key] != $0.value }
        act.setFields(
            changes.compactMap { $0.value == nil ? nil : $0.field.key },
            clearing: changes.compactMap { $0.value == nil ? $0.field.key : nil }
        )
        for (field, value) in changes {
            if let value { try tx.save(value, field, of: lead) } else { try tx.clearField(field.key, of: lead) }
        }
    }
}
