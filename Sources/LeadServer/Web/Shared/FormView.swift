/// One form with its fields, drawn by `form/form` on a page of its own and inside a dialog alike.
///
/// A refusal renders the same form again (status 422) with `errors` and each field's `error` filled and the typed values kept.
struct FormView: Encodable {
    /// Unique on the page; also what a dialog takes out of the answer.
    var id: String
    var action: String
    var fields: [Field]
    /// The button's words, such as "Hand off".
    var submit: String
    /// `primary` or `danger`.
    var submitTone = "primary"
    /// One or two sentences above the fields.
    var intro: String?
    /// Where "Cancel" leads; nil hides it.
    var cancel: String?
    /// What the gate asks for; empty when the act has no gate.
    var checklist: [GateItem] = []
    var hidden: [HiddenField] = []
    /// The summary on top; nil unless the form was refused.
    var errors: FormErrors?
}

/// Why a form was refused: a sentence, and the fields to mend.
struct FormErrors: Encodable {
    var message: String
    var items: [FormError] = []

    /// The field that the message itself is about, when there is nothing else to say.
    var only: String?
}

struct FormError: Encodable {
    /// The `id` of the field; the summary links to it.
    var field: String
    var message: String
}

struct HiddenField: Encodable {
    var name: String
    var value: String
}

/// One line of the handoff gate.
struct GateItem: Encodable {
    var label: String
    var met: Bool
    /// What is there, or what is missing: "Decision maker is not known".
    var detail: String
}
