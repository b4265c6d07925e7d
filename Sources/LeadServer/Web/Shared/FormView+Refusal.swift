import LeadCore

extension FormErrors {
    /// A refusal's sentence, and its issues beside the fields that their pointers name.
    init(_ refusal: Refusal) {
        self.init(
            message: refusal.sentence,
            items: refusal.issues.map { issue in
                let parts = issue.pointer.split(separator: "/").map(String.init)
                // Custom fields have ids of their own: their keys may be those of other controls.
                let field = parts.count == 2 && parts[0] == "fields" ? "fields-\(parts[1])" : parts.last ?? ""
                return FormError(field: "field-\(field)", message: issue.message)
            }
        )
    }
}

extension FormView {
    /// The form as it comes back: the refusal's sentence above, its issues beside the fields that they name.
    ///
    /// What no field of this form can mend is said in the sentence, unless the checklist shows it already.
    func refused(by refusal: Refusal) -> FormView {
        var errors = FormErrors(refusal)
        let ids = Set(fields.map(\.id))
        for index in errors.items.indices { errors.items[index].field = Self.field(errors.items[index].field) }
        let others = errors.items.filter { !ids.contains($0.field) }.map(\.message)
        errors.items.removeAll { !ids.contains($0.field) }
        if checklist.isEmpty {
            errors.message = ([refusal.sentence] + others.filter { $0 != refusal.sentence }).joined(separator: " ")
        }
        if errors.items.count == 1, errors.items[0].message == errors.message { errors.only = errors.items[0].field }
        return marking(errors)
    }

    /// Fields of forms that have another name than in the command.
    private static func field(_ id: String) -> String {
        switch id {
        case "field-what": "field-nextStep"
        case "field-dueAt": "field-nextDue"
        default: id
        }
    }
}

extension Refusal {
    /// Whether whoever filled in a form can put it right there, or at least should read it there.
    var belongsOnForm: Bool {
        switch kind {
        case .invalid, .conflict, .outdated: true
        case .notFound, .forbidden, .unauthenticated, .overLimit: false
        }
    }
}
