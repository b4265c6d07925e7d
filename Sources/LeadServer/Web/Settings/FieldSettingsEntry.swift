import LeadApp
import LeadCore

/// What stands in the form that defines a custom field, as text.
struct FieldSettingsEntry {
    var key = ""
    var label = ""
    var kind = FieldKind.text
    /// One a line.
    var options = ""
    var minimum = ""
    var maximum = ""
    var help = ""

    init() {}

    init(_ field: FieldDefinition) {
        key = field.key
        label = field.label
        kind = field.kind
        options = field.options.joined(separator: "\n")
        minimum = field.minimum ?? ""
        maximum = field.maximum ?? ""
        help = field.help ?? ""
    }

    /// - Parameter key: of the field that is changed; nil for a new one, which says its own.
    init(_ form: SubmittedForm, key: String?) {
        self.key = key ?? form["key"]
        label = form["label"]
        kind = FieldKind(rawValue: form["kind"]) ?? .text
        options = form["options"]
        minimum = form["minimum"]
        maximum = form["maximum"]
        help = form["help"]
    }

    var definition: FieldDefinition {
        let lines = options.split(whereSeparator: \.isNewline).compactMap { String($0).trimmed }
        return FieldDefinition(
            key: key.trimmed ?? "",
            label: label.trimmed ?? "",
            kind: kind,
            options: kind == .choice ? lines : [],
            minimum: kind.hasBounds ? minimum.trimmed : nil,
            maximum: kind.hasBounds ? maximum.trimmed : nil,
            help: help.trimmed
        )
    }

    /// - Parameter isNew: a new field is given its key, which stays for ever.
    func form(isNew: Bool, base: Int) -> FormView {
        let kinds = FieldKind.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0 == kind) }
        let keyField = Field.input(
            "key",
            "Key",
            value: key,
            hint: "Small letters, digits and _; for the API, forms and files. It stays as it is.",
            required: true
        )
        return FormView(
            id: "field",
            action: isNew ? "/settings/fields" : "/settings/fields/\(key)",
            fields: [.input("label", "Label", value: label, required: true)] + (isNew ? [keyField] : []) + [
                .select("kind", "Kind", options: kinds, required: true),
                .area("options", "Options", value: options, hint: "For one of several: one a line."),
                .input("minimum", "Least", value: minimum, hint: "For numbers, amounts and dates."),
                .input("maximum", "Greatest", value: maximum, hint: "For numbers, amounts and dates."),
                .input("help", "Help", value: help, hint: "Stands below the field.", wide: true),
            ],
            submit: "Save",
            cancel: "/settings/fields",
            hidden: [HiddenField(name: "base", value: "\(base)")]
        )
    }
}
