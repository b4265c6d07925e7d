import LeadApp

/// `/setup/{token}`: the first start's one-time link, which makes the administrator.
struct SetUpView: Page {
    static let template = "set-up"
    var page: PageFrame
    /// POST /setup/{token} with `name`, `email`, `password`, `region`, `zone`, `currency`.
    var form: FormView
}

extension FormView {
    static func setUp(token: String, typed: SubmittedForm, errors: FormErrors? = nil) -> FormView {
        FormView(
            id: "set-up",
            action: "/setup/\(token)",
            fields: person(typed) + place(typed),
            submit: "Create administrator",
            errors: errors
        ).marking(errors)
    }

    private static func person(_ typed: SubmittedForm) -> [Field] {
        [
            .input("name", "Your name", value: typed["name"], required: true, autocomplete: "name", wide: true),
            .input(
                "email",
                "E-mail",
                value: typed["email"],
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
        ]
    }

    /// Where the workspace works; nothing is guessed.
    private static func place(_ typed: SubmittedForm) -> [Field] {
        let proposed = HomePlace.proposed
        let zone = typed.text("zone") ?? proposed.zone
        let zones = Set(HomePlace.zones + [proposed.zone, zone]).sorted()
        return [
            .input(
                "region",
                "Country",
                value: typed.text("region") ?? proposed.region,
                hint: "Two letters. Phone numbers without a country code are dialled from here.",
                required: true
            ),
            .input(
                "currency",
                "Currency",
                value: typed.text("currency") ?? proposed.currency,
                hint: "ISO code, such as EUR or CHF.",
                required: true
            ),
            .select(
                "zone",
                "Time zone",
                options: zones.map { Option(value: $0, label: $0, chosen: $0 == zone) },
                hint: "Working hours and days are counted in it.",
                required: true,
                wide: true
            ),
        ]
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
