/// One control of a form; `template` picks the drawing, so a form is a list of fields.
struct Field: Encodable {
    /// `form/input`, `form/select`, `form/area`, `form/choice`, `form/outcome`, `form/level` or `form/checks`.
    var template: String
    var id: String
    var name: String
    var label: String
    /// For `form/level` the evidence text; the chosen level is in `options`.
    var value = ""
    var type = "text"
    var hint: String?
    var error: String?
    var required = false
    var options: [Option] = []
    /// The browser's autofill token, such as `email` or `current-password`.
    var autocomplete = "off"
    /// `decimal`, `tel`, `email` or `text`: which keyboard a phone shows.
    var keyboard = "text"
    /// Takes the whole row of the form's grid.
    var wide = false

    static func input(
        _ name: String,
        _ label: String,
        value: String = "",
        type: String = "text",
        hint: String? = nil,
        required: Bool = false,
        autocomplete: String = "off",
        keyboard: String = "text",
        wide: Bool = false
    ) -> Field {
        Field(
            template: "form/input",
            id: "field-\(name)",
            name: name,
            label: label,
            value: value,
            type: type,
            hint: hint,
            required: required,
            autocomplete: autocomplete,
            keyboard: keyboard,
            wide: wide
        )
    }

    /// Several lines of text.
    static func area(
        _ name: String,
        _ label: String,
        value: String = "",
        hint: String? = nil,
        required: Bool = false
    ) -> Field {
        Field(
            template: "form/area",
            id: "field-\(name)",
            name: name,
            label: label,
            value: value,
            hint: hint,
            required: required,
            wide: true
        )
    }

    /// A drop-down; its first option is an empty one where nothing is chosen yet.
    static func select(
        _ name: String,
        _ label: String,
        options: [Option],
        hint: String? = nil,
        required: Bool = false,
        wide: Bool = false
    ) -> Field {
        Field(
            template: "form/select",
            id: "field-\(name)",
            name: name,
            label: label,
            hint: hint,
            required: required,
            options: options,
            wide: wide
        )
    }

    /// One of a few, all visible.
    static func choice(_ name: String, _ label: String, options: [Option]) -> Field {
        Field(template: "form/choice", id: "field-\(name)", name: name, label: label, options: options, wide: true)
    }

    /// Any number of several, all visible.
    static func checks(_ name: String, _ label: String, options: [Option], hint: String? = nil) -> Field {
        Field(
            template: "form/checks",
            id: "field-\(name)",
            name: name,
            label: label,
            hint: hint,
            options: options,
            wide: true
        )
    }

    /// An attempt's outcomes as numbered tiles; choosing one presets next step and due time.
    static func outcome(_ name: String, _ label: String, options: [Option]) -> Field {
        Field(
            template: "form/outcome",
            id: "field-\(name)",
            name: name,
            label: label,
            required: true,
            options: options,
            wide: true
        )
    }

    /// A level (none … high) named `name` with its evidence as text named `nameEvidence`.
    static func level(_ name: String, _ label: String, levels: [Option], evidence: String, hint: String) -> Field {
        Field(
            template: "form/level",
            id: "field-\(name)",
            name: name,
            label: label,
            value: evidence,
            hint: hint,
            options: levels,
            wide: true
        )
    }
}

struct Option: Encodable {
    var value: String
    var label: String
    var chosen = false
    /// For outcome tiles: the key that picks it.
    var key: String?
    /// For outcome tiles: the next step it presets.
    var nextStep: String?
    /// For outcome tiles: the due time it presets, `2026-11-23T09:00` in the reader's zone.
    var due: String?
    /// For answers in a call: the question's key.
    var question: String?
    /// For outcome tiles: the preset in words, "Call again · tomorrow 09:00".
    var hint: String?
}

extension Field {
    /// This field as refused, with the sentence that says why.
    func refused(_ message: String) -> Field {
        var field = self
        field.error = message
        return field
    }
}
