import LeadApp
import LeadCore
import LeadStore

extension ImportMappingView {
    init(
        _ record: ImportRecord,
        _ preview: ImportPreview,
        saved: [SavedMappings.Entry],
        choices: Choices.Answer,
        refusal: Refusal?,
        frame: PageFrame
    ) {
        let mapping = preview.mapping
        let rows = preview.rows.prefix(5)
        let columns = preview.header.prefix(Self.mostColumnsShown)
        let words = MappingFields(mapping: mapping, choices: choices)
        self.init(
            page: frame,
            steps: .course(at: 1),
            file: ImportFileView(record),
            action: "/imports/\(record.id)/mapping",
            trial: "/imports/\(record.id)/dry-run",
            discard: "/imports/\(record.id)/discard",
            reading: words.reading,
            saved: saved.isEmpty ? nil : words.saved(saved),
            columns: ImportColumnRow.all(preview, choices.policy.process.fields),
            statuses: words.statuses(preview.statusWords),
            hasStatuses: !preview.statusWords.isEmpty,
            constants: words.constants,
            details: words.details,
            preview: ImportPreviewTable(
                header: columns.map { InertText.visible($0) },
                rows: rows.map { row in
                    let cells = row.cells.prefix(Self.mostColumnsShown).map { InertText.cell($0) }
                    return ImportPreviewRow(number: row.number, cells: cells)
                },
                caption: "The first \(CountWords.counted(rows.count, "row", "rows"))"
            ),
            saveAs: .input("saveAs", "Save this mapping as", value: mapping.name == "Import" ? "" : mapping.name),
            notice: refusal == nil ? preview.problem?.sentence : nil,
            errors: refusal.map(FormErrors.init(mapping:))
        )
    }

    private static let mostColumnsShown = 60
}

extension FormErrors {
    /// A refusal about a mapping names fields of files, which stand on the page under other names.
    fileprivate init(mapping refusal: Refusal) {
        self.init(refusal)
        let known = ["field-headerRow", "field-saveAs", "field-saved", "field-delimiter", "field-timeZone"]
        items.removeAll { !known.contains($0.field) }
    }
}

extension ImportFileView {
    init(_ record: ImportRecord) {
        self.init(name: InertText.visible(record.file), rows: CountWords.counted(record.rowsTotal, "row", "rows"))
    }
}

extension InertText {
    /// One cell as a line that does not grow.
    static func cell(_ text: String) -> String {
        visible(excerpt(text, 80).text)
    }
}

extension ImportColumnRow {
    fileprivate static func all(_ preview: ImportPreview, _ custom: [FieldDefinition]) -> [ImportColumnRow] {
        let own = preview.mapping.kind == .leads ? custom : []
        let fields = ImportField.allCases.filter { $0.isOffered(for: preview.mapping.kind) }
        return preview.header.enumerated().map { index, name in
            let chosen = preview.mapping.columns[name]?.uses.first
            let known = fields.map { (value: $0.rawValue, label: $0.label) }
            let options = (known + own.map { (value: "field:\($0.key)", label: "\($0.label) (custom field)") }).map {
                Option(value: $0.value, label: $0.label, chosen: $0.value == chosen?.word)
            }
            return ImportColumnRow(
                number: index + 1,
                name: InertText.visible(name),
                samples: samples(preview.rows, index),
                field: .select(
                    "column-\(index)",
                    "What \(InertText.cell(name)) becomes",
                    options: [.blank("Leave out")] + options
                ),
                state: state(chosen?.field, of: name)
            )
        }
    }

    /// The first three values that differ.
    private static func samples(_ rows: [DelimitedRow], _ column: Int) -> [String] {
        var samples: [String] = []
        for row in rows where column < row.cells.count && samples.count < 3 {
            let text = InertText.cell(row.cells[column].trimmed ?? "")
            guard !text.isEmpty, !samples.contains(text) else { continue }
            samples.append(text)
        }
        return samples
    }

    private static func state(_ chosen: ImportField?, of name: String) -> StatusView {
        guard let chosen else { return StatusView(code: "left-out", label: "Left out", tone: "closed") }
        let recognised = HeaderNames.recognise(name)
        guard let recognised, case .field(let field) = recognised.meaning, field.rawValue == chosen.rawValue else {
            return StatusView(code: "chosen", label: "Chosen", tone: "open")
        }
        return recognised.confidence == .guess
            ? StatusView(code: "guess", label: "A guess", tone: "offered")
            : StatusView(code: "recognised", label: "Recognised", tone: "won")
    }
}
