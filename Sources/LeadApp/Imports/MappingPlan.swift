import LeadCore

/// A mapping laid over a file's header: which column fills which field.
struct MappingPlan {
    struct Step {
        var column: Int
        var use: ColumnMapping.Use
    }

    let mapping: ImportMapping
    let header: [String]
    let zone: ZoneRules
    let currency: String
    private let missing: Set<String>
    private var steps: [ImportField: [Step]] = [:]
    private let fields: [FieldDefinition]

    /// - Throws: a refusal when the mapping names columns that the file does not have, or leaves out what rows of its kind need.
    init(_ mapping: ImportMapping, header: [String], policy: Policy) throws(Refusal) {
        self.mapping = mapping
        self.header = header
        zone = try mapping.timeZone.map { name throws(Refusal) in try ZoneLoader.load(name) } ?? policy.calendar.zone
        currency = mapping.currency ?? policy.currency
        missing = Set(mapping.missing)
        fields = policy.process.fields
        for (column, name) in header.enumerated() {
            for use in mapping.columns[name]?.uses ?? [] {
                steps[use.field, default: []].append(.init(column: column, use: use))
            }
        }
        try requireColumns()
        try requireFields()
        try requireCustomFields()
    }

    private func requireCustomFields() throws(Refusal) {
        for step in steps[.custom] ?? [] where !fields.contains(where: { $0.key == step.use.name }) {
            throw Refusal.invalid(
                "/columns/\(header[step.column])",
                "There is no custom field \(step.use.name ?? "without a key"). Define it under Settings first."
            )
        }
    }

    /// The values of custom fields in a row, in the one way in which they are written.
    func customFields(in row: DelimitedRow) throws(Refusal) -> [String: String]? {
        var values: [String: String] = [:]
        for step in steps[.custom] ?? [] where step.column < row.cells.count {
            guard let field = fields.first(where: { $0.key == step.use.name }),
                let text = translated(row.cells[step.column], step.use), values[field.key] == nil
            else { continue }
            do {
                let value = try FieldValue(
                    text,
                    as: field,
                    currency: currency,
                    style: mapping.numberFormat,
                    order: mapping.dateFormat
                )
                values[field.key] = value.stored
            } catch {
                let sentence = "Column \(header[step.column]): \(error.sentence)"
                throw Refusal(.invalid, error.code, sentence, issues: error.issues)
            }
        }
        return values.isEmpty ? nil : values
    }

    private func requireColumns() throws(Refusal) {
        let strangers = mapping.columns.keys.filter { !header.contains($0) }.sorted()
        guard strangers.isEmpty else {
            throw Refusal(
                .invalid,
                "column_not_found",
                "The file has no column \(strangers.joined(separator: ", ")).",
                issues: strangers.map { .init("/columns/\($0)", "Not among: \(header.joined(separator: ", ")).") }
            )
        }
    }

    private func requireFields() throws(Refusal) {
        for group in mapping.kind.needed where !group.contains(where: { fills($0) }) {
            let names = group.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                "/columns",
                """
                \(mapping.kind.label) need a column or a constant for \(group.count == 1 ? "" : "one of ")\(names)\
                \(group.contains(.source) ? ", such as Trade show" : "").
                """
            )
        }
    }

    func fills(_ field: ImportField) -> Bool {
        steps[field] != nil || mapping.constants[field] != nil
    }

    /// The value of a field in a row, without blanks around it, in the words of this workspace.
    func value(_ field: ImportField, in row: DelimitedRow) -> (text: String, step: Step?)? {
        for step in steps[field] ?? [] where step.column < row.cells.count {
            if let text = translated(row.cells[step.column], step.use) { return (text, step) }
        }
        return mapping.constants[field].map { ($0, nil) }
    }

    private func translated(_ cell: String, _ use: ColumnMapping.Use) -> String? {
        let text = cell.trimmed ?? ""
        if let named = use.values?[text] { return named.trimmed }
        if missing.contains(text) { return nil }
        if let otherwise = use.otherwise { return otherwise.trimmed }
        return use.prefix.map { $0 + text } ?? text.trimmed
    }
}
