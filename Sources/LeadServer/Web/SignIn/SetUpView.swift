/// `/setup/{token}`: the first start's one-time link, which makes the administrator.
struct SetUpView: Page {
    static let template = "set-up"
    var page: PageFrame
    /// POST /setup/{token} with `name`, `email`, `password`.
    var form: FormView
}

extension FormView {
    static func setUp(token: String, name: String = "", email: String = "", errors: FormErrors? = nil) -> FormView {
        FormView(
            id: "set-up",
            action: "/setup/\(token)",
            fields: [
                .input("name", "Your name", value: name, required: true, autocomplete: "name", wide: true),
                .input(
                    "email",
                    "E-mail",
                    value: email,
                    type: "email",
                    required: true,
                    autocomplete: "username",
                    keyboard: "email",
                    wide: true
                ),
                .input(
                    "password",
                    "Password",
                    type: "password",
                    hint: "At least 12 characters. A few words are fine.",
                    required: true,
                    autocomplete: "new-password",
                    wide: true
                ),
            ],
            submit: "Create administrator",
            errors: errors
        ).marking(errors)
    }

    /// The form with each error of `errors` beside its field.
    func marking(_ errors: FormErrors?) -> FormView {
        guard let errors else { return self }
        var form = self
        form.errors = errors
        for item in errors.items {
            for index in form.fields.indices where form.fields[index].id == item.field {
                form.fields[index].error = item.message
            }
        }
        return form
    }
}
