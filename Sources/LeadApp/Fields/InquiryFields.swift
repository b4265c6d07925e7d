import LeadCore
import LeadStore

/// The custom fields that an inquiry brings, read by their definitions.
struct InquiryFields {
    private let values: [(field: FieldDefinition, value: FieldValue)]

    /// - Throws: a refusal that names each field that is not defined or has a value that it cannot have.
    init(_ inquiry: Inquiry, _ policy: Policy) throws(Refusal) {
        values = try FieldEntry(inquiry.fields ?? [:]).values(policy).compactMap { field, value in
            value.map { (field, $0) }
        }
    }

    var keys: [String] { values.map(\.field.key) }

    var byKey: [String: FieldValue] {
        Dictionary(values.map { ($0.field.key, $0.value) }) { first, _ in first }
    }

    func save(on lead: Lead.ID, _ tx: borrowing Transaction) throws {
        for (field, value) in values { try tx.save(value, field, of: lead) }
    }

    /// On a lead that is there already: what is known stays, what is not is filled in.
    func fill(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard !values.isEmpty else { return }
        let known = Set(try tx.read.fields(of: act.lead.id, as: desk.policy.process.fields).map(\.key))
        let news = values.filter { !known.contains($0.field.key) }
        act.setFields(news.map(\.field.key))
        for (field, value) in news { try tx.save(value, field, of: act.lead.id) }
    }
}

/// Texts that were given for custom fields, by key.
struct FieldEntry {
    private let texts: [String: String]

    init(_ texts: [String: String]) {
        self.texts = texts
    }

    /// Each field with its value, in the order of the definitions; nil where the text is empty.
    ///
    /// - Throws: one refusal with everything that is wrong.
    func values(_ policy: Policy) throws(Refusal) -> [(field: FieldDefinition, value: FieldValue?)] {
        let definitions = policy.process.fields
        var issues = texts.keys.filter { policy.process.field($0) == nil }.sorted().map { key in
            Refusal.Issue("/fields/\(key)", "There is no field \(key.prefix(40)).")
        }
        var values: [(field: FieldDefinition, value: FieldValue?)] = []
        for field in definitions {
            guard let given = texts[field.key] else { continue }
            do {
                let value = try given.trimmed.map { text throws(Refusal) in
                    try FieldValue(text, as: field, currency: policy.currency)
                }
                values.append((field, value))
            } catch {
                issues += error.issues
            }
        }
        guard let first = issues.first else { return values }
        throw Refusal(.invalid, "invalid_field", first.message, issues: issues)
    }
}
