import LeadApp

extension FormView {
    /// The field of the key under which a form's act is done once.
    fileprivate static let onceField = "_once"

    /// The form with a key of its own: sent twice, as by a second press of its button, it acts once.
    func once() -> FormView {
        var form = self
        form.hidden.append(HiddenField(name: Self.onceField, value: Secret.random().text))
        return form
    }
}

extension SubmittedForm {
    /// The key that this form was drawn with; nil when it has none.
    var onceKey: String? { text(FormView.onceField) }
}
