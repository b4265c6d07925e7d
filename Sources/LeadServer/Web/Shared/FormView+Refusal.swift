import LeadCore

extension FormErrors {
    /// A refusal's sentence, and its issues beside the fields that their pointers name.
    init(_ refusal: Refusal) {
        self.init(
            message: refusal.sentence,
            items: refusal.issues.map { issue in
                let field = issue.pointer.split(separator: "/").last.map(String.init) ?? ""
                return FormError(field: "field-\(field)", message: issue.message)
            }
        )
    }
}
