import LeadApp
import LeadCore
import LeadStore

/// The mapping as somebody changed it on the page; what the page does not show stays as it was.
struct MappingEntry {
    private let form: SubmittedForm
    private let before: ImportMapping
    private let header: [String]

    init(_ form: SubmittedForm, _ record: ImportRecord) throws {
        self.form = form
        before = try record.readMapping()
        header = record.header
    }

    /// For keeping under a name.
    func mapping(named name: String) throws(Refusal) -> ImportMapping {
        guard let name = name.trimmed else { throw .invalid("/saveAs", "Give the mapping a name.") }
        var mapping = try mapping()
        mapping.name = name
        return mapping
    }

    func mapping() throws(Refusal) -> ImportMapping {
        var mapping = before
        try read(into: &mapping)
        mapping.automatic = false
        mapping.kind = ImportKind(rawValue: form["kind"]) ?? before.kind
        mapping.createMissing = form["createMissing"] == "yes"
        mapping.system = form.text("system")
        mapping.timeZone = form.text("timeZone")
        mapping.currency = form.text("currency")?.uppercased()
        mapping.dateFormat = DateOrder(rawValue: form["dateFormat"]) ?? before.dateFormat
        mapping.numberFormat = TextAmount.Style(rawValue: form["numberFormat"]) ?? before.numberFormat
        for field in ImportField.constants { mapping.constants[field] = form.text("constant-\(field.rawValue)") }
        // A file that is read in another way may have other columns: they are recognised anew.
        mapping.columns = isReadAnew(mapping) ? [:] : columns
        for (word, meaning) in meanings { mapping.statuses[word] = meaning }
        return mapping
    }

    private func read(into mapping: inout ImportMapping) throws(Refusal) {
        mapping.delimiter = form.text("delimiter") ?? before.delimiter
        mapping.encoding = TextEncoding(rawValue: form["encoding"]) ?? before.encoding
        guard let line = Int(form["headerRow"]), (1...1000).contains(line) else {
            throw .invalid("/headerRow", "Say in which line the columns are named, counting from 1.")
        }
        mapping.headerRow = line
    }

    private func isReadAnew(_ mapping: ImportMapping) -> Bool {
        mapping.delimiter != before.delimiter || mapping.encoding != before.encoding
            || mapping.headerRow != before.headerRow
    }

    /// A column that still fills the same field keeps what else is said about it.
    private var columns: [String: ColumnMapping] {
        var columns: [String: ColumnMapping] = [:]
        for (index, name) in header.enumerated() {
            guard let use = ColumnMapping.Use(word: form["column-\(index)"]) else { continue }
            let earlier = before.columns[name]
            columns[name] = earlier?.uses.first?.word == use.word ? earlier : ColumnMapping(use)
        }
        return columns
    }

    /// The words of the status column with what they mean here; nil for those that mean nothing special.
    private var meanings: [(word: String, meaning: StatusMeaning?)] {
        form.fields.compactMap { field in
            guard field.name.hasPrefix("word-") else { return nil }
            let choice = form["meaning-\(field.name.dropFirst(5))"]
            return (field.value, choice.isEmpty ? nil : StatusMeaning(choice: choice))
        }
    }
}

extension StatusMeaning {
    private static let wonMark = "+won"

    /// A choice on the page: a status, or a status with "and won".
    init(choice: String) {
        let isWon = choice.hasSuffix(Self.wonMark)
        self.init(status: isWon ? String(choice.dropLast(Self.wonMark.count)) : choice, won: isWon)
    }

    var choice: String { won ? status + Self.wonMark : status }
}

extension ImportRecord {
    /// The mapping that the record keeps as text.
    func readMapping() throws -> ImportMapping {
        try ImportMapping(json: Array(mapping.utf8))
    }
}
