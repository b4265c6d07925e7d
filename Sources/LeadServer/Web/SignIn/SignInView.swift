/// `/sign-in`: e-mail and password; `page.user` is nil.
struct SignInView: Page {
    static let template = "sign-in"
    var page: PageFrame
    /// POST /sign-in with `email`, `password` and hidden `next` (where to go afterwards).
    var form: FormView
    /// The workspace's name.
    var workspace: String
}

extension FormView {
    /// Keeps the e-mail after a refusal, never the password.
    static func signIn(email: String = "", next: String = "/today", refusal: String? = nil) -> FormView {
        FormView(
            id: "sign-in",
            action: "/sign-in",
            fields: [
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
                    required: true,
                    autocomplete: "current-password",
                    wide: true
                ),
            ],
            submit: "Sign in",
            hidden: [HiddenField(name: "next", value: next)],
            errors: refusal.map { FormErrors(message: $0) }
        )
    }
}
