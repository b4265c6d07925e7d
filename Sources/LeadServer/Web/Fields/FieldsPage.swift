import LeadApp
import LeadCore
import LeadStore

/// Filling in a lead's custom fields.
enum FieldsPage: LeadActPage {
    static let path = "fields"
    static let title = "Fill in fields"
    static let done = "Fields saved"

    static func form(_ facts: LeadActFacts) -> FormView {
        let fields = facts.policy.process.fields
        return form(
            facts,
            fields.map { field in .custom(field, value: value(of: field, facts), currency: facts.policy.currency) },
            submit: "Save fields",
            intro: fields.isEmpty ? "There are no custom fields yet. Administrators define them under Settings." : nil
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> SetLeadFields {
        let names = facts.policy.process.fields.map { ($0.key, Field.customName($0.key)) }
        let typed = names.filter { name in facts.typed.fields.contains { $0.name == name.1 } }
        return SetLeadFields(
            lead: facts.lead.id,
            values: Dictionary(uniqueKeysWithValues: typed.map { ($0.0, facts.typed[$0.1]) })
        )
    }

    private static func value(of field: FieldDefinition, _ facts: LeadActFacts) -> String {
        let stored = facts.answer.fields.first { $0.key == field.key }?.value.stored ?? ""
        return facts.value(Field.customName(field.key), or: stored)
    }
}

extension Field {
    /// Custom fields stand beside other controls, whose names they must not take.
    static func customName(_ key: String) -> String { "field:\(key)" }

    /// The control for a custom field, holding a value as it is stored.
    static func custom(_ field: FieldDefinition, value: String, currency: String) -> Field {
        let name = customName(field.key)
        var control: Field =
            switch field.kind {
            case .text: .input(name, field.label, value: value, wide: true)
            case .number: .input(name, field.label, value: value, keyboard: "decimal")
            case .money: .input(name, field.label, value: value, keyboard: "decimal")
            case .date: .input(name, field.label, value: value, type: "date")
            case .choice: .select(name, field.label, options: options(field, value))
            case .boolean: .select(name, field.label, options: flags(value))
            }
        control.id = "field-fields-\(field.key)"
        control.hint = hint(field, currency)
        return control
    }

    /// An option that is no longer offered stays with the leads that have it.
    private static func options(_ field: FieldDefinition, _ value: String) -> [Option] {
        let own = value.isEmpty || field.options.contains(value) ? [] : [value]
        return Option.texts(field.options + own, chosen: value, none: "Not known")
    }

    private static func flags(_ value: String) -> [Option] {
        [
            .blank("Not known"), Option(value: "true", label: "Yes", chosen: value == "true"),
            Option(value: "false", label: "No", chosen: value == "false"),
        ]
    }

    private static func hint(_ field: FieldDefinition, _ currency: String) -> String? {
        let bounds: String? =
            switch (field.minimum, field.maximum) {
            case (let least?, let most?): "From \(least) to \(most)."
            case (let least?, nil): "At least \(least)."
            case (nil, let most?): "At most \(most)."
            case (nil, nil): nil
            }
        let unit = field.kind == .money ? "In \(currency) unless it says another currency." : nil
        return [field.help, bounds, unit].compactMap { $0 }.joined(separator: " ").trimmed
    }
}
