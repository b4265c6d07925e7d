import LeadApp
import LeadCore
import LeadStore

/// `/account`: what one may change about oneself.
struct AccountView: Page {
    static let template = "account"
    var page: PageFrame
    var email: String
    /// POST /account with `name` and `awayUntil`.
    var profile: FormView
    /// POST /account/password with `old` and `password`.
    var password: FormView
    /// Who stands in for one, now or later.
    var assistants: [AssistantView]
    /// POST /account/assistants with `assistant`, `from` and `until`.
    var appointment: FormView
    /// Whom one assists now.
    var principals: [String]

    init(
        _ user: Colleague,
        _ choices: Choices.Answer,
        _ standing: MyAssistants.Answer,
        typed: SubmittedForm = SubmittedForm(),
        frame: PageFrame
    ) {
        let zone = choices.policy.calendar.zone
        let away = user.awayUntil.flatMap { $0 > choices.now ? "\(zone.local($0).date)" : nil }
        page = frame
        assistants = standing.assistants.map { AssistantView($0, choices) }
        appointment = .appointment(user, choices, typed)
        principals = standing.principals
        email = user.email ?? ""
        profile = FormView(
            id: "profile",
            action: "/account",
            fields: [
                .input("name", "Name", value: typed.text("name") ?? user.name, required: true, autocomplete: "name"),
                .input(
                    "awayUntil",
                    "Away until",
                    value: typed.text("awayUntil") ?? away ?? "",
                    type: "date",
                    hint: "New leads pass you by; back in the morning of this day."
                ),
            ],
            submit: "Save"
        )
        password = FormView(
            id: "password",
            action: "/account/password",
            fields: [
                .input("old", "Present password", type: "password", required: true, autocomplete: "current-password"),
                .input(
                    "password",
                    "New password",
                    type: "password",
                    hint: "At least \(Password.shortest) characters. A few words are fine.",
                    required: true,
                    autocomplete: "new-password"
                ),
                .select(
                    "tokens",
                    "Your API tokens",
                    options: [
                        Option(value: "keep", label: "Keep them", chosen: typed["tokens"] != "revoke"),
                        Option(value: "revoke", label: "Revoke them all", chosen: typed["tokens"] == "revoke"),
                    ]
                ),
            ],
            submit: "Change password",
            intro: "You are signed out everywhere else."
        )
    }
}
