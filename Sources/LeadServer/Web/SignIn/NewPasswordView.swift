/// `/setup/{token}` for somebody who has an account: sets the password.
struct NewPasswordView: Page {
    static let template = "new-password"
    var page: PageFrame
    var form: FormView
}

extension FormView {
    static func newPassword(token: String, errors: FormErrors? = nil) -> FormView {
        FormView(
            id: "new-password",
            action: "/setup/\(token)",
            fields: [
                .input(
                    "password",
                    "New password",
                    type: "password",
                    hint: "At least 12 characters. A few words are fine.",
                    required: true,
                    autocomplete: "new-password",
                    wide: true
                )
            ],
            submit: "Set password",
            errors: errors
        ).marking(errors)
    }
}
